internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Opens a connection to the domain's graphical console, without going over the network.
    ///
    /// The domain must run, and the daemon on this machine must have been reached through its UNIX socket.
    /// - Parameters:
    ///   - index: Which of the domain's graphical consoles, in the order of its definition.
    ///   - options: Whether to skip the password.
    /// - Returns: The descriptor of a connected socket that speaks the console's protocol (VNC, SPICE); the caller
    ///   must close it.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run, `internalError` when it has no
    ///   such console, `argumentUnsupported` or `noSupport` over the network.
    ///
    /// libvirt: [`virDomainOpenGraphicsFD`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenGraphicsFD)
    public func openGraphics(_ index: Int = 0, _ options: DomainOpenGraphicsOptions = []) async throws -> Int32 {
        let index = try UInt32(checking: index)
        return try await handle.status("virDomainOpenGraphicsFD") {
            virDomainOpenGraphicsFD($0, index, options.rawValue)
        }
    }

    /// Hands one end of a socket pair to the domain's graphical console; the other end then speaks its protocol.
    ///
    /// As ``openGraphics(_:_:)``, for a caller that has made the sockets itself.
    /// - Parameters:
    ///   - index: Which of the domain's graphical consoles, in the order of its definition.
    ///   - descriptor: The end for the console; the caller still must close its copy.
    ///   - options: Whether to skip the password.
    /// - Throws: As for ``openGraphics(_:_:)``.
    ///
    /// libvirt: [`virDomainOpenGraphics`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenGraphics)
    public func openGraphics(
        _ index: Int = 0, descriptor: Int32, _ options: DomainOpenGraphicsOptions = []
    ) async throws {
        let index = try UInt32(checking: index)
        try await handle.status("virDomainOpenGraphics") {
            virDomainOpenGraphics($0, index, descriptor, options.rawValue)
        }
    }
}

extension UInt32 {
    /// The number of a screen or console.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a negative one.
    init(checking number: Int) throws {
        guard let value = UInt32(exactly: number) else {
            throw LibvirtError(code: .invalidArgument, message: "there is no number \(number)", hint: "count from 0")
        }
        self = value
    }
}
