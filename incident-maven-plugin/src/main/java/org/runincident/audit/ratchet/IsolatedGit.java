package org.runincident.audit.ratchet;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** JGit without the configuration of machine and user: a verdict must not depend on who runs the build. */
final class IsolatedGit extends SystemReader.Delegate {
    private IsolatedGit(SystemReader delegate) {
        super(delegate);
    }

    /** JGit keeps its reader in a static of its own class; ours is put there once, in the plugin's class realm only. */
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof IsolatedGit)) {
            SystemReader.setInstance(new IsolatedGit(SystemReader.getInstance()));
        }
    }

    @Override
    public String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.equals(Constants.XDG_CONFIG_HOME)
                ? null
                : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    private static final class Empty extends FileBasedConfig {
        Empty(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // Nothing is read: that is the point.
        }

        @Override
        public void save() {
            // JGit would keep measurements of the file system here; an audit leaves no trace outside of the build.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
