internal import FoundationEssentials

extension GuestAgent {
    /// What is read or written at once: little enough for an emulated guest to be through with it in time.
    static let piece = 64 << 10

    /// A file that is open in the guest.
    struct OpenFile: Sendable {
        let agent: GuestAgent
        let handle: Int

        private struct Reading: Encodable {
            let handle: Int
            let count: Int
        }

        private struct Read: Decodable {
            let count: Int
            let data: Data?
            let isAtEnd: Bool
            enum CodingKeys: String, CodingKey {
                case count
                case data = "buf-b64"
                case isAtEnd = "eof"
            }
        }

        /// The next piece; empty where there is none now.
        func read(_ limit: Int = 1 << 20) async throws -> [UInt8] {
            let read: Read = try await agent.call("guest-file-read", Reading(handle: handle, count: limit))
            return Array((read.data ?? Data()).prefix(limit))
        }

        private struct Writing: Encodable {
            let handle: Int
            let data: Data
            enum CodingKeys: String, CodingKey {
                case handle
                case data = "buf-b64"
            }
        }

        private struct Written: Decodable { let count: Int }

        /// Writes all of it.
        func write(_ bytes: some Collection<UInt8> & Sendable) async throws {
            var rest = Data(bytes)
            while !rest.isEmpty {
                let written: Written = try await agent.call("guest-file-write", Writing(handle: handle, data: rest))
                guard written.count > 0 else {
                    throw Failure(.failed, "guest '\(agent.guest.name)'", "it does not take what is written")
                }
                rest = Data(rest.dropFirst(written.count))
            }
        }

        private struct Seeking: Encodable {
            let handle: Int
            let offset: Int
            let whence: String
        }

        private struct Position: Decodable { let position: Int }

        /// How large it is; the next piece is the first one afterwards.
        func size() async throws -> Int {
            let end: Position = try await agent.call(
                "guest-file-seek", Seeking(handle: handle, offset: 0, whence: "end"))
            let _: Position = try await agent.call(
                "guest-file-seek", Seeking(handle: handle, offset: 0, whence: "set"))
            return end.position
        }

        private struct Handle: Encodable { let handle: Int }

        /// Sees to it that all has arrived, and closes the file.
        func close() async throws {
            let _: GuestAgent.Nothing = try await agent.call("guest-file-close", Handle(handle: handle))
        }
    }

    private struct Opening: Encodable {
        let path: String
        let mode: String
    }

    /// Opens a file in the guest.
    ///
    /// - Parameters:
    ///   - path: Its path in the guest.
    ///   - mode: As in C: `r` to read, `w` to write it anew.
    /// - Returns: The open file, which must be closed.
    /// - Throws: ``Failure`` where the guest does not let it be opened.
    func open(_ path: String, mode: String) async throws -> OpenFile {
        OpenFile(agent: self, handle: try await call("guest-file-open", Opening(path: path, mode: mode)))
    }

    /// Opens a file, runs `body` with it, and closes it whatever happens.
    func withFile<Result>(
        _ path: String, mode: String, _ body: (OpenFile) async throws -> Result
    ) async throws -> Result {
        let file = try await open(path, mode: mode)
        do {
            let result = try await body(file)
            try await file.close()
            return result
        } catch {
            // The agent keeps forgotten files open for ever, so this one is closed even when nobody waits any more.
            await Task { try? await file.close() }.value
            throw error
        }
    }

    /// What a small file in the guest holds.
    ///
    /// - Throws: ``Failure`` where there is no such file, or it is larger than `limit`.
    public func contents(of path: String, limit: Int = 1 << 20) async throws -> [UInt8] {
        try await withFile(path, mode: "r") { file in
            var bytes: [UInt8] = []
            while true {
                let piece = try await file.read()
                if piece.isEmpty { return bytes }
                bytes += piece
                guard bytes.count <= limit else {
                    throw Failure(
                        .failed, "guest '\(guest.name)'", "'\(path)' in it is larger than \(limit) bytes")
                }
            }
        }
    }
}
