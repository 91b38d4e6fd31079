/** What is used of EJS, which brings no types. */
declare module 'ejs' {
  const ejs: {
    renderFile(
      file: string,
      data: object,
      options: { readonly async: true; readonly cache: true; readonly root: string },
    ): Promise<string>;
  };
  export default ejs;
}
