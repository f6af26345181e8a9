internal import CCurl
internal import Glibc

/// One request for what is at a URL, by libcurl, which libvirt loads into every process anyway.
struct Transfer {
    /// What a server says before the contents.
    struct Response {
        var status = 0
        var headers: [String: String] = [:]
    }

    var url: String
    /// Lines that are added to the request.
    var headers: [String] = []
    /// Called once, before the first piece of the contents.
    var begin: (Response) throws -> Void = { _ in }
    /// Called for each piece of the contents.
    var receive: (UnsafeRawBufferPointer) throws -> Void
    /// Called now and then with what has arrived and how much it will be, zero where that is not known.
    var progress: (_ arrived: UInt64, _ total: UInt64) -> Void = { _, _ in }

    /// Fetches it all; blocks the thread, and ends soon when its task is cancelled.
    ///
    /// - Throws: What a callback throws, `CancellationError`, or ``TransferError``.
    func perform() throws -> Response {
        guard Transfer.isReady, let handle = curl_easy_init() else { throw TransferError(CURLE_FAILED_INIT) }
        defer { curl_easy_cleanup(handle) }
        let list = headers.reduce(nil as UnsafeMutablePointer<curl_slist>?) { curl_slist_append($0, $1) ?? $0 }
        defer { curl_slist_free_all(list) }
        let receiver = TransferReceiver(self)
        var message = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let code = message.withUnsafeMutableBufferPointer { message in
            // Sound: both outlive the call, in which alone libcurl uses them.
            withExtendedLifetime(receiver) {
                shim_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, message.baseAddress)
                shim_curl_set_pointer(handle, CURLOPT_HTTPHEADER, list)
                configure(handle, receiver: Unmanaged.passUnretained(receiver).toOpaque())
                return curl_easy_perform(handle)
            }
        }
        if let error = receiver.error { throw error }
        let status = Int(shim_curl_status(handle))
        guard code == CURLE_OK else {
            let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw TransferError(code, status: status, message: String(decoding: text, as: UTF8.self))
        }
        try receiver.beginOnce()
        return receiver.response
    }

    private func configure(_ handle: UnsafeMutableRawPointer, receiver: UnsafeMutableRawPointer) {
        // A secure place must not lead to an insecure one, nor any place to a file of ours.
        let onward = url.hasPrefix("https:") ? "https" : "http,https"
        for (option, value) in [
            (CURLOPT_URL, url), (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_REDIR_PROTOCOLS_STR, onward),
            (CURLOPT_USERAGENT, "strata"),
        ] { shim_curl_set_text(handle, option, value) }
        for (option, value) in [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 1), (CURLOPT_MAXREDIRS, 10), (CURLOPT_FAILONERROR, 1),
            (CURLOPT_CONNECTTIMEOUT, 30), (CURLOPT_LOW_SPEED_LIMIT, 1), (CURLOPT_LOW_SPEED_TIME, 60),
            (CURLOPT_NOPROGRESS, 0),
        ] { shim_curl_set_number(handle, option, value) }
        if let file = Transfer.trustedCertificates { shim_curl_set_text(handle, CURLOPT_CAINFO, file) }
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_XFERINFODATA] {
            shim_curl_set_pointer(handle, option, receiver)
        }
        shim_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION, receiveContents)
        shim_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION, receiveHeader)
        shim_curl_set_progress(handle, receiveProgress)
    }

    /// The certificates that the user trusts in place of the system's: libcurl leaves the variables to programs.
    private static var trustedCertificates: String? {
        ["CURL_CA_BUNDLE", "SSL_CERT_FILE"].lazy.compactMap { Environment[$0] }.first { !$0.isEmpty }
    }

    private static let isReady = curl_global_init(shim_curl_global_all) == CURLE_OK
}

/// What libcurl's callbacks act on.
private final class TransferReceiver {
    let transfer: Transfer
    var response = Transfer.Response()
    var error: (any Error)?
    private var hasBegun = false

    init(_ transfer: Transfer) { self.transfer = transfer }

    func beginOnce() throws {
        guard !hasBegun else { return }
        hasBegun = true
        try transfer.begin(response)
    }

    /// Answers whether to go on.
    func attempt(_ body: () throws -> Void) -> Bool {
        do {
            try body()
            return true
        } catch {
            self.error = error
            return false
        }
    }

    /// A line; that with the status begins another response, after one that led elsewhere.
    func take(header line: String) {
        if line.hasPrefix("HTTP/") {
            let words = line.split(separator: " ")
            response = Transfer.Response(status: words.count > 1 ? Int(words[1]) ?? 0 : 0)
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...]
                .drop { $0 == " " || $0 == "\t" }
                .prefix { $0 != "\r" && $0 != "\n" && $0 != "\r\n" }
            response.headers[line[..<colon].lowercased()] = String(value)
        }
    }
}

private func receiver(_ opaque: UnsafeMutableRawPointer?) -> TransferReceiver? {
    opaque.map { Unmanaged<TransferReceiver>.fromOpaque($0).takeUnretainedValue() }
}

private func receiveContents(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ opaque: UnsafeMutableRawPointer?
) -> Int {
    guard let receiver = receiver(opaque) else { return 0 }
    let goesOn = receiver.attempt {
        try receiver.beginOnce()
        try receiver.transfer.receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    return goesOn ? size * count : 0
}

private func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ opaque: UnsafeMutableRawPointer?
) -> Int {
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    receiver(opaque)?.take(header: String(decoding: line, as: UTF8.self))
    return size * count
}

private func receiveProgress(
    _ opaque: UnsafeMutableRawPointer?, _ total: curl_off_t, _ arrived: curl_off_t, _: curl_off_t, _: curl_off_t
) -> CInt {
    guard let receiver = receiver(opaque) else { return 1 }
    receiver.transfer.progress(UInt64(max(0, arrived)), UInt64(max(0, total)))
    return receiver.attempt { try Task.checkCancellation() } ? 0 : 1
}
