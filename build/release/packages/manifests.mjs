/**
 * Writes what package managers need that fetch an archive from an address: a Homebrew formula, manifests for Scoop and winget, a Nix
 * flake, and a Dockerfile. The archives must be in `out/`, because their checksums are part of it.
 *
 *     npm run manifests -- https://example.org/reflect/0.1.0
 */
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { out } from '../portable.mjs'
import { sha256 } from '../sbom.mjs'
import { about } from './description.mjs'

/**
 * The manifests, by their path.
 *
 * @param {string} address the folder on the web that will hold the archives.
 * @param {(name: string) => string} checksumOf the SHA-256 of an archive, in hexadecimal digits.
 * @returns {Record<string, string>}
 */
export function manifests(address, checksumOf) {
  const archive = (target, ending = 'tar.gz') => {
    const name = `reflect-${about.version}-${target}.${ending}`
    return { url: `${address}/${name}`, sha256: checksumOf(name), folder: `reflect-${about.version}-${target}` }
  }
  const archives = {
    linuxX64: archive('linux-x64'),
    linuxArm64: archive('linux-arm64'),
    macosX64: archive('macos-x64'),
    macosArm64: archive('macos-arm64'),
    windows: archive('win-x64', 'zip')
  }
  return {
    'homebrew/reflect.rb': homebrew(archives, address),
    'scoop/reflect.json': scoop(archives.windows, address),
    ...winget(archives.windows, address),
    'nix/flake.nix': nix(archives),
    'docker/Dockerfile': docker(archives)
  }
}

/** https://docs.brew.sh/Formula-Cookbook */
function homebrew({ linuxX64, linuxArm64, macosX64, macosArm64 }, address) {
  const block = (system, arm, intel) => `  on_${system} do
    on_arm do
      url "${arm.url}"
      sha256 "${arm.sha256}"
    end
    on_intel do
      url "${intel.url}"
      sha256 "${intel.sha256}"
    end
  end
`
  return `class Reflect < Formula
  desc "${about.summary[0].toUpperCase()}${about.summary.slice(1)}"
  homepage "${address}"
  version "${about.version}"
  license all_of: ["MIT", "CC-BY-4.0"]

${block('macos', macosArm64, macosX64)}
${block('linux', linuxArm64, linuxX64)}
  def install
    libexec.install Dir["*"]
    inreplace libexec/"app/dist/build.json", '"kind":"portable"', '"kind":"homebrew"'
    bin.install_symlink libexec/"reflect"
    man1.install libexec/"app/dist/reflect.1"
    generate_completions_from_executable(bin/"reflect", "completion")
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/reflect --version")
    assert_match "public-value", shell_output("#{bin}/reflect list")
  end
end
`
}

/** https://github.com/ScoopInstaller/Scoop/wiki/App-Manifests */
function scoop({ url, sha256: hash, folder }, address) {
  const build = '$dir\\app\\dist\\build.json'
  const manifest = {
    version: about.version,
    description: about.summary,
    homepage: address,
    license: 'MIT,CC-BY-4.0',
    architecture: { '64bit': { url, hash } },
    extract_dir: folder,
    bin: 'reflect.cmd',
    shortcuts: [['reflect.cmd', 'reflect']],
    // In Windows PowerShell, "Set-Content" would write another encoding.
    post_install: [
      `[IO.File]::WriteAllText("${build}", [IO.File]::ReadAllText("${build}").Replace('"kind":"portable"', '"kind":"scoop"'))`
    ]
  }
  return `${JSON.stringify(manifest, undefined, 4)}\n`
}

/** https://learn.microsoft.com/windows/package-manager/package/manifest */
function winget({ url, sha256: hash, folder }, address) {
  const id = 'Reflect.Reflect'
  const head = (type) =>
    `# yaml-language-server: $schema=https://aka.ms/winget-manifest.${type}.1.6.0.schema.json
PackageIdentifier: ${id}
PackageVersion: ${about.version}
`
  const foot = (type) => `ManifestType: ${type}\nManifestVersion: 1.6.0\n`
  return {
    [`winget/${id}.yaml`]: `${head('version')}DefaultLocale: en-GB\n${foot('version')}`,
    [`winget/${id}.installer.yaml`]: `${head('installer')}InstallerType: zip
NestedInstallerType: portable
NestedInstallerFiles:
  - RelativeFilePath: ${folder}\\reflect.cmd
    PortableCommandAlias: reflect
Installers:
  - Architecture: x64
    InstallerUrl: ${url}
    InstallerSha256: ${hash.toUpperCase()}
${foot('installer')}`,
    [`winget/${id}.locale.en-GB.yaml`]: `${head('defaultLocale')}PackageLocale: en-GB
Publisher: The reflect contributors
PackageName: reflect
PackageUrl: ${address}
License: ${about.license}
ShortDescription: ${about.summary}
Description: ${about.description}
${foot('defaultLocale')}`
  }
}

/** https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake. The Node.js of nixpkgs runs the program: NixOS has no glibc in the usual place. */
function nix({ linuxX64 }) {
  return `{
  description = "${about.summary}";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      each = nixpkgs.lib.genAttrs systems;
    in {
      packages = each (system:
        let pkgs = nixpkgs.legacyPackages.\${system}; in {
          default = pkgs.stdenvNoCC.mkDerivation {
            pname = "reflect";
            version = "${about.version}";
            # Only the folder "app" is used, which is the same in all archives.
            src = pkgs.fetchurl {
              url = "${linuxX64.url}";
              sha256 = "${linuxX64.sha256}";
            };
            nativeBuildInputs = [ pkgs.makeWrapper ];
            installPhase = ''
              mkdir -p $out/lib
              cp -r app $out/lib/reflect
              substituteInPlace $out/lib/reflect/dist/build.json --replace-fail '"kind":"portable"' '"kind":"nix"'
              makeWrapper \${pkgs.nodejs}/bin/node $out/bin/reflect --add-flags $out/lib/reflect/bin/reflect.js
              install -D -m 644 app/dist/reflect.1 $out/share/man/man1/reflect.1
            '';
          };
        });
    };
}
`
}

/** For tutors who check packs in continuous integration: docker run --rm -v "$PWD:/work" reflect pack check . */
function docker({ linuxX64 }) {
  return `FROM debian:stable-slim
ADD --checksum=sha256:${linuxX64.sha256} ${linuxX64.url} /tmp/reflect.tar.gz
RUN tar -xzf /tmp/reflect.tar.gz -C /opt \\
 && rm /tmp/reflect.tar.gz \\
 && sed -i 's/"kind":"portable"/"kind":"docker"/' /opt/${linuxX64.folder}/app/dist/build.json \\
 && ln -s /opt/${linuxX64.folder}/reflect /usr/local/bin/reflect \\
 && useradd --create-home learner
USER learner
WORKDIR /work
ENTRYPOINT ["reflect"]
CMD ["--help"]
`
}

/** Removes slashes at the end of a web address. @throws Error if the text is not an https address. */
function addressFrom(text = '') {
  if (!/^https:\/\/[^/]+\.[^/]+/.test(text))
    throw new Error('Give the address at which the archives will be: https://…')
  return text.replace(/\/+$/, '')
}

if (process.argv[1] === import.meta.filename) {
  try {
    const written = manifests(addressFrom(process.argv[2]), (name) => {
      const file = path.join(out, name)
      if (!fs.existsSync(file)) throw new Error(`${name} is not in ${out}. Run "npm run portable" first.`)
      return sha256(fs.readFileSync(file))
    })
    for (const [name, text] of Object.entries(written)) {
      const file = path.join(out, 'manifests', name)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, text)
      console.log(path.relative(process.cwd(), file))
    }
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
