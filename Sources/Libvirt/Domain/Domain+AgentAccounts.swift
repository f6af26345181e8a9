internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Changes the password of one of the guest's users, through its agent.
    ///
    /// - Parameters:
    ///   - password: The new password, in clear unless `.encrypted` says that it is the guest's own hash of it.
    ///   - user: The user's name.
    ///   - options: How the password is given.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainSetUserPassword`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetUserPassword)
    public func setPassword(
        _ password: String, ofUser user: String, _ options: DomainSetUserPasswordOptions = []
    ) async throws {
        try await handle.status("virDomainSetUserPassword", lane: .long) { domain in
            try user.withCheckedCString { user in
                try password.withCheckedCString { virDomainSetUserPassword(domain, user, $0, options.rawValue) }
            }
        }
    }

    /// The keys with which one of the guest's users may log in over SSH, as its agent says.
    ///
    /// - Parameter user: The user's name.
    /// - Returns: The lines of the user's file of keys.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainAuthorizedSSHKeysGet`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAuthorizedSSHKeysGet)
    public func authorizedSSHKeys(ofUser user: String) async throws -> [String] {
        try await handle.call(lane: .long) { domain in
            try user.withCheckedCString { user in
                var keys: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
                let count = try check(
                    virDomainAuthorizedSSHKeysGet(domain, user, &keys, 0), "virDomainAuthorizedSSHKeysGet",
                    DomainKind.describe(domain))
                return adoptStrings(keys, count: Int(count))
            }
        }
    }

    /// Changes the keys with which one of the guest's users may log in over SSH, through its agent.
    ///
    /// - Parameters:
    ///   - keys: The keys, each one line.
    ///   - user: The user's name.
    ///   - options: `.append` adds the keys and `.remove` takes them away; the default replaces all that are there.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer, `invalidArgument` for no
    ///   keys with an option that needs some.
    ///
    /// libvirt: [`virDomainAuthorizedSSHKeysSet`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAuthorizedSSHKeysSet)
    public func setAuthorizedSSHKeys(
        _ keys: [String], ofUser user: String, _ options: DomainSetAuthorizedSSHKeysOptions = []
    ) async throws {
        try await handle.status("virDomainAuthorizedSSHKeysSet", lane: .long) { domain in
            try user.withCheckedCString { user in
                try withCheckedCStrings(keys) { virDomainAuthorizedSSHKeysSet(domain, user, $0, $1, options.rawValue) }
            }
        }
    }
}
