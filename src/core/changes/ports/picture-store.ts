/** An image of an article, as it is sent. */
export interface StoredPicture {
  /** `image/png` */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The images that lie beside the texts of articles. */
export interface PictureStore {
  /**
   * @param name below the folder of the article: `plan.png`, `images/plan.png`
   * @returns null where there is no such image, or none that is sent
   */
  read(slug: string, name: string): Promise<StoredPicture | null>;
}
