internal import CCurl

/// Why a transfer did not come to its end.
struct TransferError: Error {
    /// What became of it.
    enum Outcome: Equatable {
        /// The connection broke, or the server is not well for now: another try may go further.
        case broken
        /// The server refused, with this status.
        case refused(Int)
        /// No server answers there.
        case unreachable
        /// Nothing came for a long time.
        case timedOut
        /// Who the server is cannot be told.
        case untrusted
        /// Anything else.
        case other
    }

    let outcome: Outcome
    let message: String

    init(_ code: CURLcode, status: Int = 0, message: String = "") {
        outcome =
            switch code {
            case CURLE_HTTP_RETURNED_ERROR: status >= 500 || status == 429 ? .broken : .refused(status)
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: .unreachable
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: .untrusted
            case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2,
                CURLE_HTTP2_STREAM:
                .broken
            default: .other
            }
        let known = message.isEmpty ? String(cString: curl_easy_strerror(code)) : message
        self.message = known.isEmpty ? "error \(code.rawValue)" : known
    }

    /// Whether to try again.
    var mayPass: Bool { outcome == .broken || outcome == .timedOut }
}

extension Failure {
    /// A transfer from a place that failed.
    init(_ error: TransferError, from url: String) {
        let (kind, hint): (Kind, String?) =
            switch error.outcome {
            case .broken: (.failed, "what has arrived is kept: the same command goes on from there")
            case .timedOut: (.timedOut, "what has arrived is kept: the same command goes on from there")
            case .refused(401), .refused(403), .refused(407): (.noPermission, "the server wants to know who asks")
            case .refused: (.missingFile, "look whether the address is right; images move when a new one comes out")
            case .unreachable: (.unreachable, "look at the network, or set https_proxy where there is a proxy")
            case .untrusted:
                (
                    .noPermission,
                    "apt install ca-certificates, and look at the clock of this host; for a server of your own,"
                        + " CURL_CA_BUNDLE or SSL_CERT_FILE names the file of certificates to trust"
                )
            case .other: (.failed, nil)
            }
        self.init(kind, url, error.message, hint: hint)
    }
}
