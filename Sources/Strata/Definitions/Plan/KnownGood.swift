internal import Glibc
internal import LibvirtXML
internal import Synchronization

/// What was found to be in order before, so that the same need not be looked at again.
///
/// Comparing texts, and checking one, ends the same way each time for the same texts, the same program and the same
/// schemas. So a hash of all of these is kept where nothing was wrong; what was wrong is always looked at anew. It is
/// no more than a short cut: where it cannot be read or written, everything is looked at.
final class KnownGood: Sendable {
    /// What was asked about the texts.
    enum Question: UInt64 {
        /// Whether a document keeps to a schema.
        case schema = 1
        /// Whether what a host has is as its file says.
        case comparison = 2
    }

    /// A SHA-256.
    typealias Key = SIMD4<UInt64>

    private static let title = Array("strata, known 3\n".utf8)
    private static let width = MemoryLayout<Key>.size
    /// How many are kept; those of this process all are.
    private static let limit = 8192

    private let folder: String?
    /// The program, whose rules are part of every answer.
    private let program: [UInt64]
    private let earlier: Set<Key>
    private let seen = Mutex<(known: Set<Key>, new: Set<Key>)>(([], []))
    private let shapes = Mutex<Set<ComparisonShape>>([])

    /// What is known.
    ///
    /// - Parameter folder: Where it is kept; by default strata's own folder.
    init(folder: String? = nil) {
        self.folder = folder ?? (try? StateFolder.make("known"))
        program = KnownGood.program
        earlier = Set(self.folder.flatMap { KnownGood.read($0 + "/good") } ?? [])
    }

    /// The key of a question about some texts, where `nil` stands for one that is not there.
    ///
    /// - Returns: `nil` where no hash can be made here; nothing is known then.
    func key(_ question: Question, _ texts: [UInt8]?...) -> Key? {
        guard let digest = try? RunningDigest(.sha256) else { return nil }
        // How long each text is stands in front of all of them: none can run on into the next.
        let head = [question.rawValue] + program + texts.map { $0.map { UInt64($0.count) } ?? .max }
        head.withUnsafeBytes(digest.add)
        for text in texts { text?.withUnsafeBytes(digest.add) }
        return digest.bytes().withUnsafeBytes { $0.loadUnaligned(as: Key.self) }
    }

    /// The key of the comparison of a file with what a host has.
    ///
    /// Where the file is counts too: a guest belongs to a folder.
    func key(_ file: DefinitionFile, _ host: HostEntry.Texts?) -> Key? {
        let place = Array("\(file.folder)\0\(file.path)".utf8)
        return key(.comparison, file.document.bytes, place, host?.persistent, host?.live, host?.saved)
    }

    /// A text that is part of many questions, in short.
    func digest(_ text: String) -> [UInt8] {
        key(.schema, Array(text.utf8)).map { key in withUnsafeBytes(of: key) { Array($0) } } ?? Array(text.utf8)
    }

    /// Whether nothing is known from earlier processes.
    var isEmpty: Bool { earlier.isEmpty }

    /// Whether the answer is that nothing is wrong.
    func contains(_ key: Key?) -> Bool {
        guard let key else { return false }
        guard earlier.contains(key) else { return seen.withLock { $0.new.contains(key) } }
        seen.withLock { _ = $0.known.insert(key) }
        return true
    }

    /// Keeps that nothing is wrong.
    func insert(_ key: Key?) { if let key { seen.withLock { _ = $0.new.insert(key) } } }

    /// Whether this process has compared others of that shape, and found no difference.
    func contains(_ shape: ComparisonShape?) -> Bool {
        shape.map { shape in shapes.withLock { $0.contains(shape) } } ?? false
    }

    /// Keeps for this process that those of a shape do not differ.
    func insert(_ shape: ComparisonShape?) { if let shape { shapes.withLock { _ = $0.insert(shape) } } }

    /// Writes down what is new, with as much of the rest as there is room for.
    func save() {
        guard let folder else { return }
        let (known, new) = seen.withLock { $0 }
        guard !new.isEmpty else { return }
        let own = known.union(new)
        let others = earlier.subtracting(known).prefix(max(0, KnownGood.limit - own.count))
        var bytes = KnownGood.title
        for key in own { withUnsafeBytes(of: key) { bytes += $0 } }
        for key in others { withUnsafeBytes(of: key) { bytes += $0 } }
        KnownGood.write(bytes, to: folder + "/good")
    }
}

/// The file: a title, and the keys.
extension KnownGood {
    private static func read(_ path: String) -> [Key]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        // What others could have written is no knowledge.
        guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o022 == 0,
            let bytes = JournalReading.text(of: descriptor), bytes.starts(with: title)
        else { return nil }
        return bytes.withUnsafeBytes { bytes in
            stride(from: title.count, through: bytes.count - width, by: width).map {
                bytes.loadUnaligned(fromByteOffset: $0, as: Key.self)
            }
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) {
        let temporary = path + ".\(String(UInt64.random(in: .min ... .max), radix: 36))"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        if written != bytes.count || rename(temporary, path) != 0 { unlink(temporary) }
    }

    /// What tells this program from another one, and from what it is after the next change to it.
    private static var program: [UInt64] {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return [.random(in: .min ... .max)] }
        return [
            UInt64(status.st_dev), UInt64(status.st_ino), UInt64(status.st_size),
            status.st_mtim.word, status.st_ctim.word,
        ]
    }
}

extension timespec {
    fileprivate var word: UInt64 { UInt64(bitPattern: Int64(tv_sec)) &* 1_000_000_000 &+ UInt64(tv_nsec) }
}
