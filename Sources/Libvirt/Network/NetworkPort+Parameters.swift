internal import CLibvirt

extension NetworkPortReference {
    /// The port's limits of bandwidth.
    ///
    /// - Returns: Values by the `networkPortBandwidth…` names.
    /// - Throws: ``LibvirtError`` with code `noNetworkPort` when it is gone.
    ///
    /// libvirt: [`virNetworkPortGetParameters`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetParameters)
    public func parameters() async throws -> TypedParameters {
        try await handle.call { port in
            var parameters: virTypedParameterPtr?
            var count: Int32 = 0
            try check(
                virNetworkPortGetParameters(port, &parameters, &count, 0), "virNetworkPortGetParameters",
                NetworkPortKind.describe(port))
            return TypedParameters(adopting: parameters, count: Int(count))
        }
    }
}

extension NetworkPortReference where Mode == ReadWrite {
    /// Changes the port's limits of bandwidth, at once.
    ///
    /// - Parameter parameters: Values by the `networkPortBandwidth…` names.
    /// - Throws: ``LibvirtError`` with code `argumentUnsupported` for a name that ports do not have, `invalidArgument` for a
    ///   value of the wrong type.
    ///
    /// libvirt: [`virNetworkPortSetParameters`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortSetParameters)
    public func setParameters(_ parameters: TypedParameters) async throws {
        try await handle.status("virNetworkPortSetParameters") { port in
            for parameter in parameters.elements { try checkLimit(parameter, NetworkPortKind.describe(port)) }
            return try parameters.withUnsafeParameters { virNetworkPortSetParameters(port, $0, $1, 0) }
        }
    }
}

private let limits: Set<TypedParameterName> = [
    .networkPortBandwidthInAverage, .networkPortBandwidthInPeak, .networkPortBandwidthInBurst,
    .networkPortBandwidthInFloor, .networkPortBandwidthOutAverage, .networkPortBandwidthOutPeak,
    .networkPortBandwidthOutBurst,
]

/// libvirt itself skips names that it does not know, and reads a value of any type as a number.
private func checkLimit(_ parameter: TypedParameters.Element, _ subject: String) throws(LibvirtError) {
    func error(_ code: LibvirtError.Code, _ message: String, hint: String) -> LibvirtError {
        LibvirtError(code: code, message: message, call: "virNetworkPortSetParameters", subject: subject, hint: hint)
    }
    guard limits.contains(parameter.name) else {
        throw error(
            .argumentUnsupported, "ports have no parameter '\(parameter.name)'",
            hint: "use one of the networkPortBandwidth names")
    }
    guard case .unsigned = parameter.value else {
        throw error(
            .invalidArgument, "parameter '\(parameter.name)' is not of type unsigned", hint: "write .unsigned(…)")
    }
}
