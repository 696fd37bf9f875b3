// `npm run bench`: the application; `npm run bench deidentify`: what is found in texts.
await import(process.argv[2] === "deidentify" ? "./deidentify.ts" : "./run.ts");
