import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// A record's equals and hashCode, component by component, as java.lang.runtime.ObjectMethods has them: references by
/// Objects, primitives by the compare and hashCode of their boxes.
final class RecordMethod {

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final int FACTOR = 31;
    /// The bootstrap's arguments before the components' getters: the record's class and the components' names.
    private static final int FIRST = 2;

    private RecordMethod() {
    }

    static boolean isOne(InvokeDynamicInstruction site) {
        String name = site.name().stringValue();
        return site.bootstrapMethod().owner().equals(BOOTSTRAPS) && (name.equals("equals") || name.equals("hashCode"));
    }

    static void write(CodeBuilder code, InvokeDynamicInstruction site) {
        ClassDesc self = site.typeSymbol().parameterType(0);
        List<DirectMethodHandleDesc> getters = site.bootstrapArgs().stream().skip(FIRST).map(DirectMethodHandleDesc.class::cast).toList();
        if (site.name().equalsString("equals")) {
            writeEquals(code, self, getters);
        } else {
            writeHashCode(code, self, getters);
        }
    }

    private static void writeEquals(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> getters) {
        Label other = code.newLabel();
        Label differs = code.newLabel();
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other)
                .aload(1).instanceOf(self).ifeq(differs);
        for (DirectMethodHandleDesc getter : getters) {
            ClassDesc type = type(getter);
            get(code, self, getter, 0);
            get(code, self, getter, 1);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "compare", MethodTypeDesc.of(CD_int, type, type)).ifne(differs);
            } else {
                code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object)).ifeq(differs);
            }
        }
        code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }

    private static void writeHashCode(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> getters) {
        code.iconst_0();
        for (DirectMethodHandleDesc getter : getters) {
            ClassDesc type = type(getter);
            code.loadConstant(FACTOR).imul();
            get(code, self, getter, 0);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    private static void get(CodeBuilder code, ClassDesc self, DirectMethodHandleDesc getter, int slot) {
        code.aload(slot).checkcast(self).getfield(self, getter.methodName(), type(getter));
    }

    private static ClassDesc type(DirectMethodHandleDesc getter) {
        return getter.invocationType().returnType();
    }

    private static ClassDesc box(ClassDesc primitive) {
        return switch (primitive.descriptorString()) {
            case "Z" -> ClassDesc.of("java.lang.Boolean");
            case "B" -> ClassDesc.of("java.lang.Byte");
            case "S" -> ClassDesc.of("java.lang.Short");
            case "C" -> ClassDesc.of("java.lang.Character");
            case "I" -> ClassDesc.of("java.lang.Integer");
            case "J" -> ClassDesc.of("java.lang.Long");
            case "F" -> ClassDesc.of("java.lang.Float");
            default -> ClassDesc.of("java.lang.Double");
        };
    }
}
