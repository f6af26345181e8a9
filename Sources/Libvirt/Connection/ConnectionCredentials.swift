internal import CLibvirt
internal import Glibc
internal import Synchronization

/// Where the user name and the password for a connection come from.
///
/// ```swift
/// let host = try await Connection.open("qemu+tcp://far/system", credentials: .user("mary", password: secret))
/// let other = try await Connection.open(uri, credentials: ConnectionCredentials { request in
///     request.type == .passphrase ? try vault.password() : nil
/// })
/// ```
public struct ConnectionCredentials: Sendable {
    /// What the other side wants to know.
    public struct Request: Hashable, Sendable {
        /// The kind of answer.
        public var type: CredentialType
        /// The question, for people.
        public var prompt: String
        /// What the answer is to be computed from, such as the host; `nil` where there is nothing of the kind.
        public var challenge: String?
        /// The answer that counts when the user gives none; `nil` where one is needed.
        public var standard: String?
    }

    /// Answers one question.
    ///
    /// It is called on a thread that may block. `nil` gives the standard answer, or gives up where there is none; what
    /// it throws is what opening throws.
    public typealias Answer = @Sendable (Request) throws -> String?

    enum Source: Sendable {
        case terminal
        case nobody
        case closure([CredentialType], Answer)
    }

    let source: Source

    /// Asks the user on the terminal of this process, as libvirt does by itself.
    public static let terminal = ConnectionCredentials(source: .terminal)
    /// Never asks: a host that wants to know something refuses the connection.
    public static let none = ConnectionCredentials(source: .nobody)

    /// Asks `answer`.
    ///
    /// - Parameters:
    ///   - types: The kinds of question that it can answer; libvirt asks no others.
    ///   - answer: Answers one question.
    public init(types: [CredentialType] = Self.allTypes, _ answer: @escaping Answer) {
        self.init(source: .closure(types, answer))
    }

    private init(source: Source) { self.source = source }

    /// Gives that name and that password, and nothing else.
    public static func user(_ name: String, password: String) -> ConnectionCredentials {
        ConnectionCredentials(types: [.username, .authorizationName, .passphrase, .noEchoPrompt]) { request in
            switch request.type {
            case .username, .authorizationName: name
            default: password
            }
        }
    }

    /// Every kind of question that a closure can answer.
    public static let allTypes: [CredentialType] = [
        .username, .authorizationName, .language, .cnonce, .passphrase, .echoPrompt, .noEchoPrompt, .realm,
    ]

    /// Lends the credentials in libvirt's form, for the time of one call of `body`.
    ///
    /// - Throws: What the closure threw, when `body` throws because of it; else what `body` throws.
    func withUnsafeAuth<Result>(_ body: (virConnectAuthPtr?) throws -> Result) throws -> Result {
        switch source {
        case .terminal: return try body(shim_default_auth())
        case .nobody: return try body(nil)
        case .closure(let types, let answer):
            let asked = AskedCredentials(answer: answer)
            var numbers = types.map(\.rawValue)
            return try numbers.withUnsafeMutableBufferPointer { numbers in
                var auth = virConnectAuth(
                    credtype: numbers.baseAddress, ncredtype: UInt32(numbers.count), cb: collectCredentials,
                    cbdata: Unmanaged.passUnretained(asked).toOpaque())
                do {
                    return try withExtendedLifetime(asked) { try body(&auth) }
                } catch {
                    throw asked.failure ?? error
                }
            }
        }
    }
}

/// The closure, and what it threw.
private final class AskedCredentials: Sendable {
    let answer: ConnectionCredentials.Answer
    private let thrown = Mutex<(any Error)?>(nil)

    init(answer: @escaping ConnectionCredentials.Answer) { self.answer = answer }

    var failure: (any Error)? { thrown.withLock { $0 } }

    /// Writes the answer to one question; answers whether there is one.
    func fill(_ credential: inout virConnectCredential) -> Bool {
        do {
            let request = ConnectionCredentials.Request(credential)
            guard let text = try answer(request) ?? request.standard else { return false }
            // libvirt frees it.
            credential.result = try text.withCheckedCString { strdup($0) }
            credential.resultlen = UInt32(text.utf8.count)
            return credential.result != nil
        } catch {
            thrown.withLock { $0 = error }
            return false
        }
    }
}

extension ConnectionCredentials.Request {
    fileprivate init(_ credential: virConnectCredential) {
        self.init(
            type: CredentialType(rawValue: credential.type), prompt: String(borrowing: credential.prompt),
            challenge: credential.challenge.map { String(cString: $0) },
            standard: credential.defresult.map { String(cString: $0) })
    }
}

// A file-scope function: libvirt calls it in the middle of virConnectOpenAuth.
private func collectCredentials(
    _ credentials: virConnectCredentialPtr?, _ count: UInt32, _ opaque: UnsafeMutableRawPointer?
) -> Int32 {
    guard let credentials, let opaque else { return -1 }
    let asked = Unmanaged<AskedCredentials>.fromOpaque(opaque).takeUnretainedValue()
    for index in 0..<Int(count) where !asked.fill(&credentials[index]) { return -1 }
    return 0
}
