internal import Glibc
internal import Quantities

/// Contents of a URL into a part file, going on where an earlier try stopped.
struct Download {
    var url: String
    var part: PartFile
    var progress: (_ done: UInt64, _ total: UInt64?) -> Void

    private static let tries = 5

    /// Fetches all of it.
    ///
    /// A connection that breaks is taken up again, as long as each try gets further.
    /// - Throws: ``Failure`` or `CancellationError`; what has arrived stays.
    func perform() async throws {
        var failed = 0
        while true {
            let before = part.length
            do {
                return try attempt()
            } catch let error as TransferError where error.mayPass {
                failed = part.length > before ? 1 : failed + 1
                guard failed < Self.tries else { throw Failure(error, from: url) }
                try await Task.sleep(for: .milliseconds(250 << failed))
            } catch let error as TransferError {
                throw Failure(error, from: url)
            }
        }
    }

    private func attempt() throws {
        let version = part.resumableVersion()
        if version != nil { try part.readWhatIsThere() } else { try part.begin(PartFile.Version()) }
        let start = part.length
        var transfer = Transfer(url: url) { try part.append($0) }
        if let condition = version?.condition, start > 0 {
            transfer.headers = ["Range: bytes=\(start)-", "If-Range: \(condition)"]
        }
        var offset: UInt64 = 0
        transfer.begin = { response in
            if response.status == 206, response.rangeStart == start {
                offset = start
            } else if response.status == 206 {
                throw Failure(.failed, url, "the server sent another part of it than the one asked for")
            } else {
                try part.begin(response.version)
            }
            if let rest = response.headers["content-length"].flatMap({ UInt64($0) }) {
                try part.makeSureThereIsRoom(for: rest)
            }
        }
        transfer.progress = { arrived, total in progress(offset + arrived, total > 0 ? offset + total : nil) }
        do {
            _ = try transfer.perform()
        } catch let error as TransferError where error.outcome == .refused(416) {
            // The part is as long as the whole, or longer: it is of no use, and the next try starts anew.
            try part.begin(PartFile.Version())
            throw TransferError(partOfAnother: error)
        }
    }
}

extension TransferError {
    fileprivate init(partOfAnother error: TransferError) { (outcome, message) = (.broken, error.message) }
}

extension Transfer.Response {
    fileprivate var version: PartFile.Version {
        PartFile.Version(etag: headers["etag"], modified: headers["last-modified"])
    }

    /// Where the part begins that was sent: `bytes 100-199/200`.
    fileprivate var rangeStart: UInt64? {
        headers["content-range"].flatMap { $0.split(separator: " ").last?.split(separator: "-").first }
            .flatMap { UInt64($0) }
    }
}
