import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

/// Replaces call sites that the JVM would link at their first use by calls of methods that are there. Such a linkage makes
/// classes, 2 ms and more while nothing is compiled yet, and a start-up cache keeps none of it.
final class EarlyLinked {

    private final ClassFile format;

    /// @param neighbours knows the classes of all jars that run together
    EarlyLinked(ClassLoader neighbours) {
        format = ClassFile.of(ClassFile.AttributesProcessingOption.DROP_UNSTABLE_ATTRIBUTES, ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(neighbours).orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /// @return the class with its call sites replaced; the same bytes where it has none
    /// @throws IllegalStateException where the JVM would refuse the result
    byte[] link(byte[] bytes) {
        ClassModel read = format.parse(bytes);
        var sites = new ArrayList<InvokeDynamicInstruction>();
        byte[] written = format.transformClass(read, ClassTransform.ofStateful(() -> replacing(read, sites)));
        if (sites.isEmpty()) {
            return bytes;
        }
        List<VerifyError> faults = format.verify(written);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(read.thisClass().asInternalName() + " came out broken", faults.getFirst());
        }
        return written;
    }

    private static ClassTransform replacing(ClassModel in, List<InvokeDynamicInstruction> sites) {
        ClassDesc self = in.thisClass().asSymbol();
        boolean isInterface = (in.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        return new ClassTransform() {
            @Override
            public void accept(ClassBuilder target, ClassElement element) {
                if (element instanceof MethodModel method && method.code().stream().flatMap(CodeModel::elementStream).anyMatch(EarlyLinked::isOne)) {
                    target.transformMethod(method, (to, part) -> copy(to, part, self, isInterface, sites));
                } else {
                    target.with(element);
                }
            }

            @Override
            public void atEnd(ClassBuilder target) {
                for (int i = 0; i < sites.size(); i++) {
                    InvokeDynamicInstruction site = sites.get(i);
                    target.withMethodBody(name(i), site.typeSymbol(), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                            code -> {
                                if (TypeSwitch.isOne(site)) {
                                    TypeSwitch.write(code, site);
                                } else {
                                    RecordMethod.write(code, site);
                                }
                            });
                }
            }
        };
    }

    private static void copy(MethodBuilder to, MethodElement part, ClassDesc self, boolean isInterface,
            List<InvokeDynamicInstruction> sites) {
        if (!(part instanceof CodeModel body)) {
            to.with(part);
            return;
        }
        to.transformCode(body, (code, instruction) -> {
            if (isOne(instruction)) {
                var site = (InvokeDynamicInstruction) instruction;
                code.invokestatic(self, name(sites.size()), site.typeSymbol(), isInterface);
                sites.add(site);
            } else {
                code.with(instruction);
            }
        });
    }

    private static boolean isOne(Object element) {
        return element instanceof InvokeDynamicInstruction site && (TypeSwitch.isOne(site) || RecordMethod.isOne(site));
    }

    private static String name(int number) {
        return "linked$" + number;
    }
}
