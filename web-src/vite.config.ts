/** Builds the islands into the package, with a manifest that says from which sources they were built. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const HERE = import.meta.dirname;
const OUT = join(HERE, "../src/enduse/web/static/islands");

/** What the built files follow from; tests/house/test_web_build.py reads the same list from the manifest. */
const SOURCES = ["src", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];

function filesOf(path: string): string[] {
  try {
    return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
  } catch {
    return [path]; // a file, not a folder
  }
}

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function digests(files: string[], from: string): Record<string, string> {
  const named = files.map((file): [string, string] => [relative(from, file).replaceAll("\\", "/"), sha256(file)]);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The licences of the packages that code of these modules comes from, package after package. */
function licences(modules: string[]): string {
  const folders = modules.flatMap((id) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll("\\", "/"))?.[1] ?? []);
  const texts = [...new Set(folders)].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (!file) throw new Error(`${name} has no licence beside it; it cannot be shipped`);
    return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return [...new Set(texts)].sort().join("\n----\n\n");
}

/** Writes manifest.json: which file an entry has become, and the digests of all sources and of all built files. */
function manifest(): Plugin {
  return {
    name: "enduse-manifest",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((item) => (item.type === "chunk" ? item.moduleIds : []));
      this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: licences(modules) });
    },
    writeBundle(_options, bundle) {
      const entries: Record<string, string> = {};
      for (const item of Object.values(bundle)) {
        const plain = item.fileName.replace(/-[\w-]{8}\.(js|css)$/, ".$1");
        if (item.fileName.endsWith(".txt")) continue;
        if (item.type === "asset" || item.isEntry) entries[plain] = item.fileName;
      }
      const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
      const files = Object.values(bundle).map((item) => join(OUT, item.fileName));
      const sources = SOURCES.flatMap((name) => filesOf(join(HERE, name)));
      const told = { entries: sorted, files: digests(files, OUT), sources: digests(sources, HERE) };
      writeFileSync(join(OUT, "manifest.json"), `${JSON.stringify(told, null, 1)}\n`);
    },
  };
}

export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [manifest()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome125", "firefox125", "safari17.5"], // light-dark() and :focus-visible as they are written
    modulePreload: false,
    cssCodeSplit: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 300,
    rolldownOptions: {
      input: { islands: join(HERE, "src/main.ts") },
      output: {
        entryFileNames: "[name]-[hash:8].js",
        chunkFileNames: "[name]-[hash:8].js",
        assetFileNames: "[name]-[hash:8][extname]",
        // No chunk may import an entry: a page that names the entry with "?v=…" would load and run it a second time.
        codeSplitting: { groups: [{ name: "shared", test: /web-src[\\/]src[\\/](lib|keys|frame)/ }] },
      },
    },
  },
  test: { environment: "jsdom", include: ["tests/**/*.test.ts"], testTimeout: 60_000 },
});
