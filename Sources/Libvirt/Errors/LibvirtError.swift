internal import CLibvirt

/// What went wrong in a call of libvirt, and what to do about it.
///
/// Match on ``code``, which is open: codes of a newer libvirt arrive as numbers without a name.
///
/// ```swift
/// do {
///     try await guest.start()
/// } catch let error as LibvirtError where error.code == .operationInvalid {
///     print("already running:", error.message)
/// }
/// ```
///
/// libvirt: [`virGetLastError`](https://libvirt.org/html/libvirt-virterror.html#virGetLastError)
public struct LibvirtError: Error, Hashable, Sendable {
    /// The reason, as one of libvirt's error codes.
    ///
    /// libvirt: [`virErrorNumber`](https://libvirt.org/html/libvirt-virterror.html#virErrorNumber)
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// libvirt's number.
        public let rawValue: Int32
        /// The code with libvirt's number `rawValue`.
        public init(rawValue: Int32) { self.rawValue = rawValue }
    }

    /// The part of libvirt that raised the error.
    ///
    /// libvirt: [`virErrorDomain`](https://libvirt.org/html/libvirt-virterror.html#virErrorDomain)
    public struct Domain: RawRepresentable, Hashable, Sendable {
        /// libvirt's number.
        public let rawValue: Int32
        /// The part with libvirt's number `rawValue`.
        public init(rawValue: Int32) { self.rawValue = rawValue }
    }

    /// The reason (`virError.code`).
    public var code: Code
    /// The part of libvirt that raised it (`virError.domain`).
    public var domain: Domain
    /// Whether it is an error or a warning (`virError.level`).
    public var level: Level
    /// libvirt's own words.
    public var message: String
    /// The C function that failed, such as `virDomainCreateWithFlags`; `nil` when no call was made.
    public var call: String?
    /// The object that it failed on, such as `domain 'web'`.
    public var subject: String?
    /// What the user can do about it: a command or a setting, where one is known.
    public var hint: String?

    /// An error of the library's own making, such as an argument that is refused before libvirt sees it.
    public init(
        code: Code, domain: Domain = .unspecified, level: Level = .error, message: String, call: String? = nil,
        subject: String? = nil, hint: String? = nil
    ) {
        self.code = code
        self.domain = domain
        self.level = level
        self.message = message
        self.call = call
        self.subject = subject
        self.hint = hint
    }

    /// The calling thread's last error.
    ///
    /// Must stand in the same closure as the call that failed.
    /// - Parameters:
    ///   - call: The C function that failed.
    ///   - subject: What it failed on. Asked only after the error has been read: naming an object calls libvirt, and
    ///     every call of libvirt forgets the thread's last error.
    /// - Returns: What libvirt says; an error of code `internalError` where it gave no reason.
    static func last(call: StaticString, _ subject: () -> String?) -> LibvirtError {
        var error: LibvirtError
        if let raw = virGetLastError()?.pointee, raw.code != 0 {
            error = LibvirtError(raw: raw, call: "\(call)")
        } else {
            error = LibvirtError(
                code: .internalError, message: "the call failed and gave no reason", call: "\(call)")
        }
        error.subject = subject()
        error.nameGuest()
        return error
    }

    /// Puts the guest that it failed on into the hint, in the place of NAME.
    mutating func nameGuest() {
        let kind = "domain '"
        guard let subject, subject.hasPrefix(kind), subject.hasSuffix("'") else { return }
        let name = subject.dropFirst(kind.count).dropLast()
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_.+:@".contains($0) }
        hint = hint?.replacing("NAME", with: isPlain ? String(name) : "'\(name)'")
    }

    init(raw: virError, call: String) {
        self.init(
            code: Code(rawValue: raw.code), domain: Domain(rawValue: raw.domain),
            level: Level(rawValue: numericCast(raw.level.rawValue)), message: String(borrowing: raw.message),
            call: call)
        hint = remedy
    }

    static let closed = LibvirtError(
        code: .invalidConnection, message: "the connection or object was closed before",
        hint: "open a new connection, and use objects only as long as theirs is open")
}

extension LibvirtError: CustomStringConvertible {
    /// `domain 'web': Requested operation is not valid: domain is already running (virDomainCreateWithFlags)`.
    public var description: String {
        [subject.map { "\($0): " }, message, call.map { " (\($0))" }].compactMap(\.self).joined()
    }
}
