internal import FoundationEssentials
internal import Glibc

extension GuestAgent {
    /// Copies a file of this machine into the guest, with its permissions; it appears there as a whole or not at all.
    ///
    /// - Parameters:
    ///   - source: The file here.
    ///   - destination: Where in the guest; a folder takes it under its own name.
    ///   - progress: Called with how many bytes have been copied, and of how many.
    /// - Returns: How many bytes it was.
    /// - Throws: ``Failure`` where either side does not let it be done.
    @discardableResult
    public func upload(
        _ source: String, to destination: String, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> Int {
        let file = try LocalEnd.opening(source, O_RDONLY, 0)
        defer { close(file.descriptor) }
        let part = Self.partName(for: destination, named: file.name)
        do {
            let count = try await withFile(part, mode: "w") { target in
                var count = 0
                while let piece = try file.read(Self.piece) {
                    try await target.write(piece)
                    count += piece.count
                    progress(count, file.size)
                }
                return count
            }
            try await moveIntoPlace(part, destination, file)
            return count
        } catch {
            await Task { _ = try? await run(GuestCommand(["/bin/rm", "-f", part])) { _ in } }.value
            throw error
        }
    }

    private func moveIntoPlace(_ part: String, _ destination: String, _ file: LocalEnd) async throws {
        let place = #"if [ -d "$3" ]; then set -- "$1" "$2" "${3%/}/$4"; fi; chmod "$2" "$1" && mv -f "$1" "$3""#
        var complaint: [UInt8] = []
        let mode = String(file.mode & 0o777, radix: 8)
        let words = ["/bin/sh", "-c", place, "sh", part, mode, destination, file.name]
        let status = try await run(GuestCommand(words)) { piece in
            if case .errors(let bytes) = piece { complaint += bytes }
        }
        guard status == 0 else {
            throw Failure(
                .failed, "guest '\(guest.name)'",
                "'\(destination)' in it cannot be written: \(ConsoleText.readable(complaint))")
        }
    }

    /// Copies a file of the guest to this machine; it appears here as a whole or not at all.
    ///
    /// - Parameters:
    ///   - source: The file in the guest.
    ///   - destination: Where here; a folder takes it under its own name.
    ///   - progress: Called with how many bytes have been copied, and of how many.
    /// - Returns: How many bytes it was.
    /// - Throws: ``Failure`` where either side does not let it be done.
    @discardableResult
    public func download(
        _ source: String, to destination: String, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> Int {
        let name = LocalEnd.lastName(of: source)
        let target = LocalEnd.isFolder(destination) ? destination + "/" + name : destination
        let part = Self.partName(for: target, named: name)
        do {
            let count = try await withFile(source, mode: "r") { remote in
                let file = try LocalEnd.opening(part, O_WRONLY | O_CREAT | O_EXCL, 0o600, speakingOf: target)
                defer { close(file.descriptor) }
                let size = try await remote.size()
                var count = 0
                while true {
                    let piece = try await remote.read()
                    if piece.isEmpty { return count }
                    try file.write(piece)
                    count += piece.count
                    progress(count, size)
                }
            }
            chmod(part, 0o666 & ~LocalEnd.mask)
            guard rename(part, target) == 0 else { throw LocalEnd.refusal(target) }
            return count
        } catch {
            unlink(part)
            throw error
        }
    }

    /// A name beside the destination under which nobody looks.
    private static func partName(for destination: String, named name: String) -> String {
        let folder = destination.lastIndex(of: "/").map { destination[...$0] } ?? ""
        return folder + "." + name + ".part-" + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}
