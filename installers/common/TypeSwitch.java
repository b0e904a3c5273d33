import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.util.List;

/// A switch over types as a chain of instanceof. What it chooses stays the same (java.lang.runtime.SwitchBootstraps.typeSwitch,
/// whose labels are all classes).
final class TypeSwitch {

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    private TypeSwitch() {
    }

    static boolean isOne(InvokeDynamicInstruction site) {
        return site.bootstrapMethod().owner().equals(BOOTSTRAPS) && site.bootstrapMethod().methodName().equals("typeSwitch")
                && site.bootstrapArgs().stream().allMatch(TypeSwitch::isClass);
    }

    private static boolean isClass(ConstantDesc label) {
        return label instanceof ClassDesc;
    }

    /// The first label from the second argument on that the first argument is an instance of; -1 for null, the number of
    /// labels where none is.
    static void write(CodeBuilder code, InvokeDynamicInstruction site) {
        List<ClassDesc> labels = site.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
        Label present = code.newLabel();
        code.aload(0).ifnonnull(present).loadConstant(-1).ireturn().labelBinding(present);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next).aload(0).instanceOf(labels.get(i)).ifeq(next)
                    .loadConstant(i).return_(TypeKind.INT).labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
