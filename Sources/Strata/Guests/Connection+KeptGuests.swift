internal import Libvirt
internal import LibvirtXML

extension ConnectionReference where Mode == ReadWrite {
    /// The names of all guests, with the definitions that their next boot takes.
    func keptGuests() async throws -> [(name: String, definition: DomainDocument)] {
        try await concurrently(try await domains()) { guest in
            try await unlessGone { (guest.name, try DomainDocument(xml: try await guest.xml(inactive: true))) }
        }.compactMap(\.self)
    }
}
