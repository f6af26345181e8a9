import Strata
import Testing

@Suite("Adapting a definition to the accelerator") struct AcceleratorChoiceTests {
    private func document(_ type: String, cpu: String = "") throws -> DomainDocument {
        try DomainDocument(xml: "<domain type='\(type)'><!-- kept --><name>x</name>\(cpu)</domain>")
    }

    @Test func kvmBecomesEmulationAndNothingElseChanges() throws {
        let adapted = try document("kvm").adapted(to: Accelerator(.emulation))
        #expect(adapted?.xml == "<domain type='qemu'><!-- kept --><name>x</name></domain>")
    }

    @Test func aProcessorThatIsPassedThroughCannotBeInEmulation() throws {
        let adapted = try document("kvm", cpu: "<cpu mode='host-passthrough'/>").adapted(to: Accelerator(.emulation))
        #expect(adapted?.cpu.mode == .maximum)
    }

    @Test func whatFitsIsLeftAlone() throws {
        #expect(try document("kvm").adapted(to: Accelerator(.kvm)) == nil)
        #expect(try document("qemu").adapted(to: Accelerator(.emulation)) == nil)
        #expect(try document("lxc").adapted(to: Accelerator(.emulation)) == nil)
    }

    @Test func emulationBecomesKVMWhenThatIsInsistedOn() throws {
        #expect(try document("qemu").adapted(to: Accelerator(.kvm))?.type == .kvm)
    }
}

@Suite("Failures") struct FailureTests {
    @Test(
        arguments: [
            (.noDomain, "Domain not found", .noSuchGuest),
            (.operationInvalid, "domain is not running", .wrongState),
            (.operationInvalid, "domain with name 'www' already exists", .nameTaken),
            (.operationInvalid, "no such screen ID", .wrongValue), (.storageVolumeExists, "v", .nameTaken),
            (.operationFailed, "domain 'x' already exists with uuid …", .nameTaken),
            (.systemError, "Failed to connect socket to '/run/libvirt/libvirt-sock'", .unreachable),
            (.systemError, "unable to connect to server at 'far:16509': Connection refused", .unreachable),
            (.systemError, "Cannot recv data: ssh: connect to host far port 22: No route to host", .unreachable),
            (.authFailed, "authentication failed", .noPermission),
            (.internalError, "Could not open '/x/disk.img': Permission denied", .noPermission),
            (.configUnsupported, "unsupported configuration", .unsupported),
            (.xmlError, "XML error", .badDefinition),
            (.operationTimeout, "it did not happen", .timedOut),
            (.internalError, "something else", .failed),
        ] as [(LibvirtError.Code, String, Failure.Kind)])
    func errorsOfLibvirtMeanSomethingToTheUser(code: LibvirtError.Code, message: String, kind: Failure.Kind) {
        #expect(Failure(LibvirtError(code: code, message: message)).kind == kind)
    }

    @Test func aFailurePrintsAsErrorAndHint() {
        let failure = Failure(.noSuchGuest, "guest 'x'", "there is none", hint: "strata list")
        #expect(failure.description == "error: guest 'x': there is none\nhint: strata list")
        #expect(Failure(.failed, "a", "b").description == "error: a: b")
    }
}
