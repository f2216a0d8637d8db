// One build of RTNeural's compile-time models behind a C interface, for the streaming suites of RnnGen.Benchmarks. `build` beside it makes several.
#include <RTNeural/RTNeural.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace
{
constexpr int inputs = 16;
constexpr int outputs = 8;

using Matrix = std::vector<std::vector<float>>;

/** The weights of a network as PyTorch lays them out. */
struct Weights
{
    const float* weight_ih;
    const float* weight_hh;
    const float* bias_ih;
    const float* bias_hh;
    const float* fc_weight;
    const float* fc_bias;
};

class Stream
{
public:
    virtual ~Stream() = default;
    virtual void run(float* results) = 0;
};

/** The transpose of a matrix of gates x hidden rows, its gates in the given order. */
template <int Gates>
Matrix transposed(const float* rows, int hidden, int columns, const int (&order)[Gates])
{
    Matrix result(columns, std::vector<float>(Gates * hidden));
    for(int gate = 0; gate < Gates; ++gate)
        for(int unit = 0; unit < hidden; ++unit)
            for(int column = 0; column < columns; ++column)
                result[column][gate * hidden + unit] = rows[(order[gate] * hidden + unit) * columns + column];
    return result;
}

/** A network that keeps its input where RTNeural reads it fastest, so that a run is nothing but steps. */
template <int Hidden, typename Layer>
class StreamOf : public Stream
{
public:
    StreamOf(const Weights& weights, const float* features, int steps)
        : _steps(steps)
        , _features(new Row[steps])
    {
        for(int t = 0; t < steps; ++t)
            std::copy(features + t * inputs, features + (t + 1) * inputs, _features[t].values);

        set(_model.template get<0>(), weights);
        Matrix dense(outputs, std::vector<float>(Hidden));
        for(int i = 0; i < outputs; ++i)
            dense[i].assign(weights.fc_weight + i * Hidden, weights.fc_weight + (i + 1) * Hidden);
        _model.template get<1>().setWeights(dense);
        _model.template get<1>().setBias(weights.fc_bias);
    }

    void run(float* results) override
    {
        _model.reset();
        for(int t = 0; t < _steps; ++t)
        {
            _model.forward(_features[t].values);
            std::copy(_model.getOutputs(), _model.getOutputs() + outputs, results + t * outputs);
        }
    }

private:
    struct Row
    {
        alignas(64) float values[inputs];
    };

    // PyTorch has the reset gate first, Keras, whose order RTNeural has, the update gate.
    static void set(RTNeural::GRULayerT<float, inputs, Hidden>& layer, const Weights& weights)
    {
        static constexpr int order[] { 1, 0, 2 };
        layer.setWVals(transposed(weights.weight_ih, Hidden, inputs, order));
        layer.setUVals(transposed(weights.weight_hh, Hidden, Hidden, order));
        layer.setBVals({ transposed(weights.bias_ih, Hidden, 1, order)[0], transposed(weights.bias_hh, Hidden, 1, order)[0] });
    }

    static void set(RTNeural::LSTMLayerT<float, inputs, Hidden>& layer, const Weights& weights)
    {
        static constexpr int order[] { 0, 1, 2, 3 };
        layer.setWVals(transposed(weights.weight_ih, Hidden, inputs, order));
        layer.setUVals(transposed(weights.weight_hh, Hidden, Hidden, order));
        std::vector<float> bias(weights.bias_ih, weights.bias_ih + 4 * Hidden);
        for(int i = 0; i < 4 * Hidden; ++i)
            bias[i] += weights.bias_hh[i];
        layer.setBVals(bias);
    }

    RTNeural::ModelT<float, inputs, outputs, Layer, RTNeural::DenseT<float, Hidden, outputs>> _model;
    int _steps;
    std::unique_ptr<Row[]> _features;
};

template <int Hidden>
Stream* create(bool is_lstm, const Weights& weights, const float* features, int steps)
{
#if RTNEURAL_USE_XSIMD
    // Its loops over a layer's units take whole vectors of them, and read past the weights of fewer.
    if(Hidden % xsimd::simd_type<float>::size != 0)
        return nullptr;
#endif
    if(is_lstm)
        return new StreamOf<Hidden, RTNeural::LSTMLayerT<float, inputs, Hidden>>(weights, features, steps);
    return new StreamOf<Hidden, RTNeural::GRULayerT<float, inputs, Hidden>>(weights, features, steps);
}
} // namespace

extern "C"
{
/** A network for `steps` rows of 16 features, all copied; null if this build has none of that size. */
void* rtneural_create(int is_lstm, int hidden, const float* weight_ih, const float* weight_hh, const float* bias_ih, const float* bias_hh, const float* fc_weight, const float* fc_bias, const float* features, int steps)
{
    const Weights weights { weight_ih, weight_hh, bias_ih, bias_hh, fc_weight, fc_bias };
    switch(hidden)
    {
    case 8:
        return create<8>(is_lstm, weights, features, steps);
    case 16:
        return create<16>(is_lstm, weights, features, steps);
    case 32:
        return create<32>(is_lstm, weights, features, steps);
    case 64:
        return create<64>(is_lstm, weights, features, steps);
    case 128:
        return create<128>(is_lstm, weights, features, steps);
    case 256:
        return create<256>(is_lstm, weights, features, steps);
    default:
        return nullptr;
    }
}

/** Reads all steps from a state of zero and writes 8 outputs for each. */
void rtneural_run(void* stream, float* results) { static_cast<Stream*>(stream)->run(results); }

void rtneural_destroy(void* stream) { delete static_cast<Stream*>(stream); }
}
