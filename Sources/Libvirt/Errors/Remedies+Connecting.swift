extension Remedy {
    private static let group = "join the group libvirt (adduser USER libvirt, then log in anew), or use qemu:///session"

    /// The daemon cannot be reached, or does not let this user in.
    static let connecting = [
        Remedy(.systemError, "Failed to connect socket to '*': Permission denied", group),
        Remedy(
            .systemError, "Failed to connect socket to '*/virt…d-sock'",
            "start the daemon: systemctl enable --now virt…d.socket, or libvirtd where one daemon does everything; or use "
                + "the embedded driver, which needs none: --connect 'qemu:///embed?root=FOLDER'"),
        Remedy(
            .systemError, "Failed to connect socket to '*'",
            "start the daemon (systemctl start libvirtd, or virtqemud where the daemons are modular), or use the "
                + "embedded driver, which needs none: --connect 'qemu:///embed?root=FOLDER'"),
        Remedy(
            .systemError, "unable to connect to server at '*:*'",
            "let the daemon there listen (systemctl enable --now virtproxyd-tls.socket, or -tcp), and open its port"),
        Remedy(.systemError, "Unable to resolve address '…' service", "check the host's name: getent hosts …"),
        Remedy(
            .systemError, "Cannot read * certificate '*'",
            "put the certificate there, or name the folder of the certificates in the URI: ?pkipath=FOLDER"),
        Remedy(
            .authFailed, "Failed to verify peer's certificate",
            "name the host as its certificate does, and trust the authority that signed it (?pkipath=FOLDER)"),
        Remedy(
            .systemError, "Cannot recv data: *Host key verification failed",
            "connect once with ssh and compare the host's key, or name the file that has it: ?known_hosts=FILE"),
        Remedy(
            .systemError, "Cannot recv data: *Permission denied",
            "let ssh in without a question: ssh-copy-id USER@HOST, or name the key in the URI: ?keyfile=FILE"),
        Remedy(.systemError, "Cannot recv data: *ssh: Could not resolve hostname", "check the host's name in the URI"),
        Remedy(
            .systemError, "Cannot recv data: *ssh: connect to host",
            "check that sshd runs on the other host, and its port: qemu+ssh://HOST:PORT/system"),
        Remedy(
            .systemError, "Cannot recv data: *not found",
            "install libvirt on the other host (it brings virt-ssh-helper), or netcat for ?proxy=netcat"),
        Remedy(
            .systemError, "Cannot write data: Broken pipe",
            "the program that leads to the other host (ssh, most often) ended at once: try it by itself"),
        Remedy(
            .ssh, "SSH HOST KEY VERIFICATION FAILED",
            "the host has another key than before: find out why, then remove the old one: ssh-keygen -R HOST"),
        Remedy(
            .libssh, "SSH HOST KEY VERIFICATION FAILED",
            "the host has another key than before: find out why, then remove the old one: ssh-keygen -R HOST"),
        Remedy(
            .authFailed, "authentication methods with credentials were rejected",
            "let ssh in with a key: ?keyfile=FILE&sshauth=privkey"),
        Remedy(
            .authFailed, "no SASL mechanisms are available",
            "use TLS (qemu+tls://), under which passwords are safe to send, or agree on a mechanism in libvirt's sasl.conf"
        ),
        Remedy(
            .internalError, "system bus connection",
            "the daemon asks polkit about users other than root, and the system bus does not run: start dbus and "
                + "polkit, join the group libvirt, or use qemu:///session"),
        Remedy(.authUnavailable, "no polkit agent available", "start one (pkttyagent), or " + group),
        Remedy(.authCancelled, "", "answer the question for the password, or " + group),
        Remedy(.authFailed, "", "check name and password; on this machine, " + group),
        Remedy(.accessDenied, "", "ask the host's administrator for the right, or use qemu:///session"),
        Remedy(.operationDenied, "", "open a connection that may change things, not a read-only one"),
        Remedy(
            .noConnection, "no connection driver available for …",
            "check the URI …, and that libvirt's driver for it is installed: apt search libvirt-daemon-driver"),
        Remedy(.noConnection, "", "check the connection URI; strata version shows the one in use"),
        Remedy(
            .internalError, "unexpected * URI path '*', try",
            "write qemu:///system, qemu:///session or qemu:///embed?root=FOLDER"),
        Remedy(
            .invalidArgument, "Driver does not support embedded mode",
            "only QEMU's and the secrets' driver work inside a program: connect to a daemon for the others"),
        Remedy(
            .systemError, "Failed to acquire pid file '*'",
            "another process uses the embedded driver, which serves one at a time; wait for it to end, or start "
                + "libvirtd to let several work side by side"),
        Remedy(.internalError, "client socket is closed", "the daemon ended; guests go on running; connect again"),
    ]
}
