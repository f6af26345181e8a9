import Libvirt
import Testing

@Suite("Errors") struct LibvirtErrorTests {
    @Test func codesMatchByValueEvenUnknownOnes() {
        #expect(LibvirtError.Code(rawValue: 42) == .noDomain)
        #expect(LibvirtError.Code(rawValue: 4711) != .noDomain)
    }

    @Test func theDescriptionNamesSubjectMessageAndCall() {
        let error = LibvirtError(
            code: .operationInvalid, message: "it runs already", call: "virDomainCreate", subject: "domain 'web'")
        #expect(error.description == "domain 'web': it runs already (virDomainCreate)")
    }
}
