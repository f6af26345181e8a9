import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Screens and channels") struct ScreenTests {
        private let screen = "<graphics type='vnc' port='-1' autoport='yes'/><video><model type='vga'/></video>"
        private let channel = "<channel type='unix'><target type='virtio' name='org.example.line.0'/></channel>"

        @Test func aScreenshotIsAPicture() async throws {
            try await IdleGuest.with("d2-screen", devices: screen) { idle in
                let picture = try await idle.guest.screenshot()
                #expect(["image/png", "image/x-portable-pixmap"].contains(picture.mimeType))
                // However little there is to see yet: a picture says what it is, and how large.
                let isPNG = picture.mimeType == "image/png"
                #expect(picture.bytes.starts(with: isPNG ? [0x89, 0x50, 0x4E, 0x47] : [0x50, 0x36]))
                #expect(picture.bytes.count > 100)
                let error = await #expect(throws: LibvirtError.self) { _ = try await idle.guest.screenshot(screen: 9) }
                #expect(error?.code == .operationInvalid)
            }
        }

        @Test func theGraphicalConsoleGreetsOnEitherKindOfSocket() async throws {
            try await IdleGuest.with("d2-vnc", devices: screen) { idle in
                let given = try await idle.guest.openGraphics()
                #expect(greeting(given) == "RFB 003.008\n")

                var pair: [Int32] = [-1, -1]
                #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
                try await idle.guest.openGraphics(descriptor: pair[1], .skipAuthentication)
                close(pair[1])
                #expect(greeting(pair[0]) == "RFB 003.008\n")

                let error = await #expect(throws: LibvirtError.self) { _ = try await idle.guest.openGraphics(5) }
                #expect(error?.code == .internalError, "\(String(describing: error))")
            }
        }

        @Test func aChannelHasOneUserUnlessItIsForced() async throws {
            try await IdleGuest.with("d2-channel", devices: channel) { idle in
                let first = try await idle.guest.openChannel("org.example.line.0")
                try await first.write("hello")
                let error = await #expect(throws: LibvirtError.self) { _ = try await idle.guest.openChannel() }
                #expect(error?.code == .operationFailed, "\(String(describing: error))")
                #expect(error?.call == "virDomainOpenChannel")
                let second = try await idle.guest.openChannel(nil, .force)
                while let bytes = try? await first.next() { #expect(bytes.isEmpty) }
                await second.close()
                await first.close()
            }
        }

        /// What the other end says first; closes the socket.
        private func greeting(_ socket: Int32) -> String {
            defer { close(socket) }
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(socket, &bytes, bytes.count)
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
    }
}
