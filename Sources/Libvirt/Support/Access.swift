/// What a connection, and every object that came through it, allows: everything, or only looking.
///
/// The access is part of the type, so that a program that monitors cannot compile a call that changes something.
public protocol Access: Sendable {}

/// Everything libvirt allows the user to do.
public enum ReadWrite: Access {}

/// Looking only.
public enum ReadOnly: Access {}
