internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Opens a line to one of the domain's channels, at whose other end a program in the guest listens.
    ///
    /// The domain must run, and have a channel that is backed by a UNIX socket.
    /// - Parameters:
    ///   - channel: The channel's target name or alias, such as `com.example.agent.0`; `nil` for the first.
    ///   - options: Whether to throw out somebody who is connected already.
    /// - Returns: The open line, for one reader.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run, `internalError` when it
    ///   has no such channel, `operationFailed` when somebody else is connected and `.force` was not given.
    ///
    /// libvirt: [`virDomainOpenChannel`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenChannel)
    public func openChannel(_ channel: String? = nil, _ options: DomainOpenChannelOptions = []) async throws -> Console
    {
        let connection = registrations.connection
        let stream = try await handle.call { domain in
            // Non-blocking, as for a console.
            let stream: Handle<StreamKind> = try connection.withUnsafePointer {
                Handle(adopting: try check(virStreamNew($0, UInt32(VIR_STREAM_NONBLOCK.rawValue)), "virStreamNew"))
            }
            try stream.withUnsafePointer { pointer in
                let result = try channel.withCheckedCString {
                    virDomainOpenChannel(domain, $0, pointer, options.rawValue)
                }
                try check(result, "virDomainOpenChannel", DomainKind.describe(domain))
            }
            return stream
        }
        return try await Console(stream)
    }
}
