package org.runincident.archrules.bytecode;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What a class file declares: its code is passed over, all but the names of variables, which tell those of parameters. */
final class DeclarationNode extends ClassNode {
    DeclarationNode() {
        super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodNode method = new Declared(access, name, descriptor, signature, exceptions);
        methods.add(method);
        return method;
    }

    private static final class Declared extends MethodNode {
        Declared(int access, String name, String descriptor, String signature, String[] exceptions) {
            super(Opcodes.ASM9, access, name, descriptor, signature, exceptions);
        }

        @Override
        public void visitInsn(int opcode) {}

        @Override
        public void visitIntInsn(int opcode, int operand) {}

        @Override
        public void visitVarInsn(int opcode, int variable) {}

        @Override
        public void visitTypeInsn(int opcode, String type) {}

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {}

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {}

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {}

        @Override
        public void visitJumpInsn(int opcode, Label label) {}

        @Override
        public void visitLabel(Label label) {}

        @Override
        public void visitLdcInsn(Object value) {}

        @Override
        public void visitIincInsn(int variable, int increment) {}

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {}

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {}

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {}

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {}

        @Override
        public void visitLineNumber(int line, Label start) {}
    }
}
