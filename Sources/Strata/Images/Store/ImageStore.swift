internal import FoundationEssentials
internal import Glibc
public import Quantities

/// The images that are kept on this host: names for contents, and the contents by their checksum.
///
/// ```swift
/// let image = try await ImageStore().obtain("debian-12") { print($0) }
/// print(image.path, image.format)
/// ```
///
/// A name is a small file `NAME.json` that says which contents it stands for; the contents are `sha256-….qcow2`. Two
/// names may stand for the same.
public struct ImageStore: Sendable {
    /// What is being done for an image, and how far it is.
    public struct Progress: Hashable, Sendable {
        /// What takes the time.
        public enum Stage: String, Hashable, Sendable {
            /// Another process fetches the same image.
            case waiting
            /// It comes from elsewhere.
            case downloading
            /// It is copied from a file.
            case copying
            /// It is read to make its checksum.
            case checking
        }

        /// What takes the time.
        public var stage: Stage
        /// Which image it is about.
        public var name: String
        /// How much is done.
        public var done: ByteCount
        /// How much it will be, where that is known.
        public var total: ByteCount?
    }

    /// Where everything is.
    public let folder: String
    /// The images that can be fetched by name; read when it is needed.
    var catalogue: @Sendable () throws -> ImageCatalogue = { try ImageCatalogue.read() }

    /// The store in a folder.
    ///
    /// - Parameter folder: By default the images' folder below strata's own, which QEMU's own user can search.
    public init(folder: String? = nil) { self.folder = folder ?? StateFolder.path + "/images" }

    /// All images, by name.
    public func list() -> [StoredImage] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
            .compactMap { record(named: String($0.dropLast(".json".count))) }
    }

    /// The image of a name.
    ///
    /// - Parameter name: The whole name, or the first digits of the checksum.
    /// - Returns: What is kept of it.
    /// - Throws: ``Failure`` with kind `missingFile`.
    public func info(_ name: String) throws -> StoredImage {
        if let image = record(named: name) { return image }
        let all = list()
        let byChecksum = name.count >= 8 ? all.filter { $0.id?.hasPrefix(name.lowercased()) == true } : []
        if let image = byChecksum.first, Set(byChecksum.map(\.id)).count == 1 { return image }
        let near = all.map(\.name).filter { Spelling.distance($0, name) <= max(2, name.count / 4) }
        throw Failure(
            .missingFile, "image '\(name)'", "it is not in the store",
            hint: near.isEmpty
                ? "strata image list shows those that are, and strata image list --catalogue those that can be fetched"
                : "near names: \(near.joined(separator: ", "))")
    }

    /// What a name stands for; `nil` where there is none, or its contents are gone.
    func record(named name: String) -> StoredImage? {
        guard (try? ImageName.check(name)) != nil, let data = FileManager.default.contents(atPath: file(of: name)),
            var image = try? JSONDecoder().decode(StoredImage.self, from: data), let id = image.id
        else { return nil }
        image.path = folder + "/" + StoredImage.contentName(id: id, format: image.format)
        return access(image.path, F_OK) == 0 ? image : nil
    }

    func file(of name: String) -> String { "\(folder)/\(name).json" }

    /// Makes the folder: others must find their way through, for QEMU reads the images as a user of its own.
    func prepare() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        } catch {
            throw Failure(
                .noPermission, folder, "cannot be made", hint: "set XDG_STATE_HOME to a folder that can be written")
        }
    }

    /// Runs `body` while nobody else changes what names stand for.
    func locked<Result>(_ body: () throws -> Result) throws -> Result {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw Failure(opening: folder, error: errno) }
        defer { close(handle) }
        // Held for moments only, so to wait for it in the system is no harm.
        while flock(handle, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Failure(opening: folder, error: errno) }
        }
        return try body()
    }
}
