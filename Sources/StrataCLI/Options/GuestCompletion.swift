internal import ArgumentParser
internal import FoundationEssentials
internal import Strata

extension CompletionKind {
    /// The names of the guests that there are now, on the connection that is named or would be taken anyway.
    static var guests: CompletionKind { .custom { words, _, _ in await guestNames(words) } }

    /// Files, and guests with the colon behind which a path in them follows.
    static var guestPaths: CompletionKind {
        .custom { words, _, prefix in await guestNames(words).map { $0 + ":" } + files(prefix) }
    }

    /// The images of the store.
    static var images: CompletionKind { .custom { _, _, _ in ImageStore().list().map(\.name) } }

    /// What `--image` takes: the images of the store, those of the catalogue, and files.
    static var imageSources: CompletionKind {
        .custom { _, _, prefix in
            let names = ImageStore().list().map(\.name) + ((try? ImageCatalogue.read().entries.map(\.name)) ?? [])
            return Set(names).sorted() + files(prefix)
        }
    }

    /// The operating systems that are known.
    static var systems: CompletionKind {
        .custom { _, _, _ in (try? OSDatabase())?.systems().map(\.id) ?? [] }
    }

    /// The words for states.
    static var states: CompletionKind { .list(GuestSelection.stateWords) }

    /// The labels that guests have.
    static var tags: CompletionKind {
        .custom { words, _, _ in
            guard let host = await connection(words), let guests = try? await host.domains() else { return [] }
            var labels: Set<String> = []
            for guest in guests {
                for tag in (try? await guest.tags()) ?? [] { labels.insert("\(tag.name)=\(tag.value)") }
            }
            return labels.sorted()
        }
    }

    /// The networks that there are, and the other ways to be on one.
    static var networks: CompletionKind {
        .custom { words, _, _ in
            let names = try? await connection(words)?.networks().map(\.name)
            return (names ?? []).sorted() + ["user", "none", "bridge=", "direct="]
        }
    }

    private static func guestNames(_ words: [String]) async -> [String] {
        guard let host = await connection(words), let guests = try? await GuestList.read(host) else { return [] }
        return guests.map(\.name).sorted()
    }

    private static func connection(_ words: [String]) async -> ReadOnlyConnection? {
        let named = zip(words, words.dropFirst()).first { $0.0 == "-c" || $0.0 == "--connect" }?.1
        return try? await HostConnection.open(named).connection.readOnly
    }

    /// The files that begin so; folders have their slash.
    private static func files(_ prefix: String) -> [String] {
        let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return names.sorted().map { folder + $0 }.filter { $0.hasPrefix(prefix) }.map { path in
            var isFolder = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder ? path + "/" : path
        }
    }
}
