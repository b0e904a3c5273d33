import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// Replaces the run-time linkage of switches over types by chains of instanceof. The JVM links each such switch at its
/// first use by making a class, 2 ms each while nothing is compiled yet, and keeps none of that in a start-up cache. What a
/// switch chooses stays the same (java.lang.runtime.SwitchBootstraps.typeSwitch, whose labels are all classes).
final class TypeSwitches {

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final MethodTypeDesc CHOICE = MethodTypeDesc.of(CD_int, CD_Object, CD_int);

    private final ClassFile format;

    /// @param neighbours knows the classes of all jars that run together
    TypeSwitches(ClassLoader neighbours) {
        format = ClassFile.of(ClassFile.AttributesProcessingOption.DROP_UNSTABLE_ATTRIBUTES, ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(neighbours).orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /// @return the class with its switches replaced; the same bytes where it has none
    /// @throws IllegalStateException where the JVM would refuse the result
    byte[] unlink(byte[] bytes) {
        ClassModel read = format.parse(bytes);
        var switches = new ArrayList<List<ClassDesc>>();
        byte[] written = format.transformClass(read, ClassTransform.ofStateful(() -> replacing(read, switches)));
        if (switches.isEmpty()) {
            return bytes;
        }
        List<VerifyError> faults = format.verify(written);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(read.thisClass().asInternalName() + " came out broken", faults.getFirst());
        }
        return written;
    }

    private ClassTransform replacing(ClassModel in, List<List<ClassDesc>> switches) {
        ClassDesc self = in.thisClass().asSymbol();
        boolean isInterface = (in.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        return new ClassTransform() {
            @Override
            public void accept(ClassBuilder target, ClassElement element) {
                if (element instanceof MethodModel method && method.code().stream().flatMap(CodeModel::elementStream).anyMatch(TypeSwitches::isOne)) {
                    target.transformMethod(method, (to, part) -> copy(to, part, self, isInterface, switches));
                } else {
                    target.with(element);
                }
            }

            @Override
            public void atEnd(ClassBuilder target) {
                for (int i = 0; i < switches.size(); i++) {
                    List<ClassDesc> labels = switches.get(i);
                    target.withMethodBody(name(i), CHOICE, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                            code -> choose(code, labels));
                }
            }
        };
    }

    private static void copy(MethodBuilder to, MethodElement part, ClassDesc self, boolean isInterface,
            List<List<ClassDesc>> switches) {
        if (!(part instanceof CodeModel body)) {
            to.with(part);
            return;
        }
        to.transformCode(body, (code, instruction) -> {
            if (isOne(instruction)) {
                var site = (InvokeDynamicInstruction) instruction;
                code.invokestatic(self, name(switches.size()), CHOICE, isInterface);
                switches.add(site.bootstrapArgs().stream().map(ClassDesc.class::cast).toList());
            } else {
                code.with(instruction);
            }
        });
    }

    private static boolean isOne(Object element) {
        return element instanceof InvokeDynamicInstruction site && site.bootstrapMethod().owner().equals(BOOTSTRAPS)
                && site.bootstrapMethod().methodName().equals("typeSwitch")
                && site.bootstrapArgs().stream().allMatch(TypeSwitches::isClass);
    }

    private static boolean isClass(ConstantDesc label) {
        return label instanceof ClassDesc;
    }

    /// The first label from the second argument on that the first argument is an instance of; -1 for null, the number of
    /// labels where none is.
    private static void choose(CodeBuilder code, List<ClassDesc> labels) {
        Label present = code.newLabel();
        code.aload(0).ifnonnull(present).loadConstant(-1).ireturn().labelBinding(present);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next).aload(0).instanceOf(labels.get(i)).ifeq(next)
                    .loadConstant(i).return_(TypeKind.INT).labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }

    private static String name(int number) {
        return "typeSwitch$" + number;
    }
}
