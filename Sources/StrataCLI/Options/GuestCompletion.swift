internal import ArgumentParser
internal import Strata

extension CompletionKind {
    /// The names of the guests that there are now, asked of the connection that would be taken anyway.
    static var guests: CompletionKind {
        .custom { _, _, _ in
            guard let host = try? await HostConnection.open(nil).connection.readOnly,
                let guests = try? await GuestList.read(host)
            else { return [] }
            return guests.map(\.name).sorted()
        }
    }
}
