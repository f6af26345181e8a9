internal import ArgumentParser
internal import Strata

extension CompletionKind {
    /// The names of the guests that there are now, on the connection that is named or would be taken anyway.
    static var guests: CompletionKind {
        .custom { words, _, _ in
            let named = zip(words, words.dropFirst()).first { $0.0 == "-c" || $0.0 == "--connect" }?.1
            guard let host = try? await HostConnection.open(named).connection.readOnly,
                let guests = try? await GuestList.read(host)
            else { return [] }
            return guests.map(\.name).sorted()
        }
    }
}
