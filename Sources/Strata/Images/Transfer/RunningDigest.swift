internal import CGnuTLS

/// A checksum that is being made, piece by piece.
///
/// By GnuTLS, which libvirt loads into every process anyway: it uses the processor's own instructions for it, where a
/// program such as `sha256sum` would have to read everything once more.
final class RunningDigest {
    private let handle: gnutls_hash_hd_t
    private let algorithm: ChecksumAlgorithm

    init(_ algorithm: ChecksumAlgorithm) throws {
        var handle: gnutls_hash_hd_t?
        guard gnutls_hash_init(&handle, algorithm.gnuTLS) == 0, let handle else {
            throw Failure(.unsupported, "\(algorithm)", "GnuTLS does not make checksums of this kind here")
        }
        (self.handle, self.algorithm) = (handle, algorithm)
    }

    deinit { gnutls_hash_deinit(handle, nil) }

    func add(_ bytes: UnsafeRawBufferPointer) {
        if !bytes.isEmpty { gnutls_hash(handle, bytes.baseAddress, bytes.count) }
    }

    /// The checksum of all that was added, in small letters; begins anew.
    func finish() -> String {
        bytes().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// The checksum of all that was added; begins anew.
    func bytes() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: algorithm.digits / 2) { buffer, count in
            gnutls_hash_output(handle, buffer.baseAddress)
            count = buffer.count
        }
    }

    /// The checksum of a text.
    static func of(_ text: String, _ algorithm: ChecksumAlgorithm = .sha256) throws -> String {
        let digest = try RunningDigest(algorithm)
        Array(text.utf8).withUnsafeBytes(digest.add)
        return digest.finish()
    }
}

extension ChecksumAlgorithm {
    fileprivate var gnuTLS: gnutls_digest_algorithm_t {
        switch self {
        case .sha256: GNUTLS_DIG_SHA256
        case .sha512: GNUTLS_DIG_SHA512
        }
    }
}
