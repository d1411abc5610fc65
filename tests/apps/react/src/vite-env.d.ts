interface ImportMetaEnv {
  /** Folder of `latest.json`, with a slash at its end. */
  readonly VITE_WARNINGS: string;
}
