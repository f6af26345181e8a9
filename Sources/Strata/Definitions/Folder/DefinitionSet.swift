internal import FoundationEssentials
internal import LibvirtXML

/// The definitions of some files and folders, and what is wrong with the others.
public struct DefinitionSet: Sendable {
    /// What can be used, in the order in which it is needed.
    public private(set) var files: [DefinitionFile] = []
    /// What cannot, each with its reason.
    public private(set) var failures: [Failure] = []
    /// What has a file that cannot be used, and why.
    private(set) var refused: [DefinedName: Failure] = [:]
    /// The folders that were named, as absolute paths.
    public private(set) var folders: [String] = []

    /// Reads files and folders; what cannot be read is in ``failures`` and keeps nothing else from being read.
    ///
    /// - Parameter paths: Files and folders; of a folder, all `.xml` files in it and below it.
    /// - Returns: What could be read, and what could not.
    /// - Throws: `CancellationError` when the task was cancelled; what cannot be read is no error.
    public static func read(_ paths: [String]) async throws -> DefinitionSet {
        var set = DefinitionSet()
        var places: [(path: String, folder: String?)] = []
        // One file, whatever leads to it, counts once.
        var seen: Set<DefinitionFolder.Place?> = []
        for path in paths {
            do {
                let found = try DefinitionFolder.files(of: path)
                if let folder = found.folder { set.folders.append(folder) }
                for file in found.files where file.place == nil || seen.insert(file.place).inserted {
                    places.append((file.path, found.folder))
                }
            } catch {
                set.failures.append(Failure(error))
            }
        }
        let read = try await concurrently(places, width: processorCount) { place in
            Result { try DefinitionFile(place.path, in: place.folder) }
        }
        for result in read {
            switch result {
            case .success(let file): set.files.append(file)
            case .failure(let error): set.failures.append(Failure(error))
            }
        }
        set.nameVolumes()
        set.refuseTwins()
        set.files.sort { $0.name < $1.name }
        return set
    }

    /// Takes out all files that are about the same thing: nobody knows which one is meant.
    private mutating func refuseTwins() {
        let named = Dictionary(grouping: files) { $0.name.description }
        let identified = Dictionary(grouping: files.filter { $0.uuid != nil }) {
            "the UUID \($0.uuid?.uuidString.lowercased() ?? "") of a \($0.name.kind.word)"
        }
        var paths: Set<String> = []
        for (what, twins) in (named.merging(identified) { $0 + $1 }) where twins.count > 1 {
            paths.formUnion(twins.map(\.path))
            let failure = Failure(
                .badDefinition, twins.map(\.path).sorted().joined(separator: " and "),
                "they define the same thing: \(what)",
                hint: "keep one of them, or give each its own name and UUID")
            failures.append(failure)
            for twin in twins { refused[twin.name] = failure }
        }
        files.removeAll { paths.contains($0.path) }
    }

    /// Puts the pool in front of each volume's name.
    ///
    /// libvirt's own definition of a volume does not say which pool it is in: the pool is the one whose folder the
    /// volume's path leads into, or else the one that the file's folder is named after.
    private mutating func nameVolumes() {
        let pools = files.filter { $0.name.kind == .pool }.compactMap { file in
            file.document.root.value("target/path").map { ($0.trimmed, file.name.name) }
        }
        for index in files.indices where files[index].name.kind == .volume {
            let path = files[index].document.root.value("target/path")?.trimmed
            let folder = path.map(DefinitionFolder.parent)
            let pool = pools.first { $0.0 == folder }?.1
            let ownFolder = DefinitionFolder.parent(of: DefinitionFolder.absolute(files[index].path))
            let named = ownFolder.split(separator: "/").last.map(String.init) ?? "?"
            files[index].name.name = "\(pool ?? named)/\(files[index].name.name)"
        }
    }

    /// Takes a file out, for a reason that only the host knows.
    mutating func refuse(_ file: DefinitionFile, _ failure: Failure) {
        files.removeAll { $0.path == file.path }
        failures.append(failure)
        refused[file.name] = failure
    }
}
