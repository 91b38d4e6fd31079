import path from 'node:path';
import { z } from 'zod';

/** The settings of the program; each is an environment variable of the README. */
export interface Config {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** The folder that holds `content/` and `glossary/`. */
  readonly root: string;
  readonly logLevel: string;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Environment = z.object({
  HOST: z.string().trim().min(1, { error: 'write a host name or address, such as 127.0.0.1' }).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'write a number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65535, { error: 'write a number from 0 to 65535' })
    .default(3000),
  VISAVIS_ROOT: z
    .string()
    .trim()
    .min(1, { error: 'write the path of the folder that holds content/ and glossary/' })
    .optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `write one of ${LEVELS.join(', ')}` }).default('info'),
});

/**
 * Reads the settings. An empty variable counts as not set.
 *
 * @param home the package’s own folder, the default root
 * @throws {ConfigError} naming each variable that is wrong, and what to write
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, home: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path: [name], message }) => `${String(name)}=${given[String(name)]}: ${message}`,
    );
    throw new ConfigError(lines.join('\n'));
  }
  const { HOST, PORT, VISAVIS_ROOT, LOG_LEVEL } = parsed.data;
  return { host: HOST, port: PORT, root: path.resolve(VISAVIS_ROOT ?? home), logLevel: LOG_LEVEL };
}

export class ConfigError extends Error {}
