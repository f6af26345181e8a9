import Foundation
import Testing
import TestSupport

extension RealGuests {
    /// A user without any rights, whose guests run on a libvirtd of its own.
    @Suite("A user's own daemon", .enabled(if: geteuid() == 0, "only root becomes another user"))
    struct OwnDaemonTests {
        @Test func itsFirstGuestIsMadeOfAnImageAndGone() async throws {
            try await withUser { folder, strata in
                let image = folder.path + "/base.img"
                let created = try await strata([
                    "create", "cr-own", "--image", image, "--memory", "256MiB", "--network", "user", "--ssh-key",
                    "ssh-ed25519 AAAAC3Nz me",
                ])
                #expect(created.status == 0, "\(created.errors)")
                #expect(created.output == "cr-own: created and started\n")
                let listed = try await strata(["list"])
                #expect(listed.output.contains("cr-own"), "\(listed.errors)")
                let images = folder.path + "/.local/share/libvirt/images"
                let made = try FileManager.default.contentsOfDirectory(atPath: images).sorted()
                #expect(made == ["cr-own-seed.iso", "cr-own.qcow2"])
                let deleted = try await strata(["delete", "cr-own", "--force", "--yes"])
                #expect(deleted.output == "cr-own: deleted\n", "\(deleted.errors)")
                let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
                    .filter { $0.contains("cr-own") || $0.hasSuffix(".journal") }
                #expect(left == [])
            }
        }

        /// Runs `body` with a folder that is the user's home, and strata run by that user; ends the user's daemons.
        private func withUser(
            _ body: (URL, @escaping ([String]) async throws -> Tool.Outcome) async throws -> Void
        ) async throws {
            try await withTemporaryFolder { folder in
                for (source, name) in [
                    (Tool.strata.path, "strata"), (RealGuests.domains.path + "/images/hello-boot.img", "base.img"),
                ] {
                    try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/" + name)
                }
                for path in [folder.path, folder.path + "/base.img"] {
                    try FileManager.default.setAttributes([.ownerAccountName: "nobody"], ofItemAtPath: path)
                }
                defer { endDaemons(in: folder) }
                try await body(folder) { words in
                    try await Tool(path: "/usr/sbin/runuser").run(
                        [
                            "-u", "nobody", "--", "/usr/bin/env", "-i", "HOME=\(folder.path)",
                            "PATH=/usr/bin:/bin:/usr/sbin:/sbin", folder.path + "/strata",
                        ] + [words[0], "-q", "-c", "qemu:///session"] + words.dropFirst())
                }
            }
        }

        private func endDaemons(in home: URL) {
            for name in ["libvirtd", "virtlogd"] {
                let file = home.path + "/.cache/libvirt/\(name).pid"
                let number = (try? String(contentsOfFile: file, encoding: .utf8)).flatMap {
                    pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines))
                }
                if let number, number > 1 { kill(number, SIGTERM) }
            }
        }
    }
}
