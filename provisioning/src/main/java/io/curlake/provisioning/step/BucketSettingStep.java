package io.curlake.provisioning.step;

import io.curlake.provisioning.plan.SentJson;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.StepState;
import java.util.List;

/** One setting of a bucket that curlake makes. */
final class BucketSettingStep implements Step {
    private final Target target;
    private final BucketSetting setting;

    BucketSettingStep(Target target, BucketSetting setting) {
        this.target = target;
        this.setting = setting;
    }

    @Override
    public String title() {
        return "bucket " + target.bucket() + ": " + setting.words();
    }

    @Override
    public StepState inspect() {
        if (!BucketPlace.of(target.source(), target.clients()).exists()) {
            return new StepState.Absent();
        }
        return switch (setting.state(target)) {
            case MISSING -> new StepState.Absent();
            case AS_WANTED -> StepState.present();
            case OTHERWISE -> new StepState.Present(List.of(setting.setOtherwise()));
        };
    }

    @Override
    public List<Request> requests() {
        return List.of(new Request(setting.operation(), SentJson.of(setting.wanted(target))));
    }

    @Override
    public void apply() {
        setting.set(target);
    }
}
