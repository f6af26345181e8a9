internal import Strata

/// Numbers as people read them.
enum Figures {
    static let unknown = "n/a"

    /// `98.1 %`.
    static func percent(_ share: Double?) -> String {
        share.map { decimal($0 * 100) + " %" } ?? unknown
    }

    /// `1.2 MiB/s`.
    static func rate(_ bytes: Double?) -> String { bytes.map { size($0) + "/s" } ?? unknown }

    /// `256 MiB`.
    static func size(_ bytes: Double) -> String { ByteCount(bytes: UInt64(max(bytes, 0))).description }

    /// `256 MiB`, or `n/a`.
    static func size(_ amount: ByteCount?) -> String { amount?.description ?? unknown }

    /// `0.4 ms`, `1.25 s`.
    static func time(_ seconds: Double?) -> String {
        guard let seconds else { return unknown }
        return seconds < 1 ? decimal(seconds * 1000) + " ms" : decimal(seconds, places: 2) + " s"
    }

    /// A number with one or two places behind the point.
    static func decimal(_ value: Double, places: Int = 1) -> String {
        let scale = places == 1 ? 10.0 : 100.0
        let scaled = Int64((value * scale).rounded())
        let whole = scaled.magnitude / UInt64(scale), rest = scaled.magnitude % UInt64(scale)
        return (scaled < 0 ? "-" : "") + "\(whole)." + (places == 2 && rest < 10 ? "0" : "") + "\(rest)"
    }
}
