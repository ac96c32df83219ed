// Completes package-lock.json with the packages of other platforms.
//
// Tools such as the bundler come as one package per operating system and processor. A registry mirror that carries only
// some of them makes npm leave the others out of the lock file, and `npm ci` then refuses the file everywhere. Run this
// after every change of the dependencies: `npm install && node scripts/complete-lock.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'x64', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x'];

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
const isThere = (from, name) => {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (!place.includes('node_modules')) return false;
    if (!place.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`]);
  }
};

let added = 0;
for (const [place, entry] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isThere(place, name) || !/^\d/.test(version)) continue;
    const words = name.split('/').pop().split('-');
    const os = systems.filter((system) => words.includes(system));
    const cpu = processors.filter((processor) => words.includes(processor));
    const libc =
      words.includes('musl') || words.includes('musleabihf')
        ? ['musl']
        : os[0] === 'linux' && words.some((word) => word.startsWith('gnu'))
          ? ['glibc']
          : undefined;
    if (os.length === 0) throw new Error(`${name}: which system is it for?`);
    packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(entry.dev && { dev: true }),
      ...(libc && { libc }),
      optional: true,
      os,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added`);
