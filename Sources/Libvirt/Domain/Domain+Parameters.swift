internal import CLibvirt

extension Handle where Kind == DomainKind {
    /// Makes a call that answers typed parameters into an array of the caller's, asked for their number first.
    func askedParameters(
        _ name: StaticString,
        _ body:
            @escaping @Sendable (
                OpaquePointer, UnsafeMutablePointer<virTypedParameter>?, UnsafeMutablePointer<Int32>
            ) -> Int32
    ) async throws -> TypedParameters {
        try await call { domain in
            try TypedParameters(asking: name, DomainKind.describe(domain)) { body(domain, $0, $1) }
        }
    }

    /// Makes a call that answers typed parameters in an array of libvirt's own.
    func adoptedParameters(
        _ name: StaticString, lane: BlockingExecutor.Lane = .short,
        _ body:
            @escaping @Sendable (
                OpaquePointer, UnsafeMutablePointer<UnsafeMutablePointer<virTypedParameter>?>,
                UnsafeMutablePointer<Int32>
            ) -> Int32
    ) async throws -> TypedParameters {
        try await call(lane: lane) { domain in
            var parameters: UnsafeMutablePointer<virTypedParameter>?
            var count: Int32 = 0
            try check(body(domain, &parameters, &count), name, DomainKind.describe(domain))
            return TypedParameters(adopting: parameters, count: Int(count))
        }
    }

    /// Makes a call that takes typed parameters.
    func setParameters(
        _ name: StaticString, _ parameters: TypedParameters,
        _ body:
            @escaping @Sendable (OpaquePointer, UnsafeMutablePointer<virTypedParameter>?, Int32) throws -> Int32
    ) async throws {
        try await status(name) { domain in
            try parameters.withUnsafeParameters { try body(domain, $0, $1) }
        }
    }
}
