package io.chatmgmt.accuracy;

/** The directions of the matters of one set of questions, and how a question is pulled towards its own. */
final class MatterDirections {

    private static final float NEGLIGIBLE = 1e-3f;
    private static final float SMALL = 1e-6f;

    final float[][] directions;
    private final float[][] steps;
    private final int dimensions;
    private final float sharpness;

    MatterDirections(int matters, int dimensions, float sharpness) {
        directions = new float[matters][dimensions];
        steps = new float[matters][dimensions];
        this.dimensions = dimensions;
        this.sharpness = sharpness;
    }

    /** Moves the matters, and says which way the question should go, as a gradient of the cross entropy. */
    float[] pull(float[] question, int own, float rate) {
        float length = length(question);
        float[] unit = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            unit[d] = question[d] / length;
        }
        float[] lengths = new float[directions.length];
        float[] cosines = new float[directions.length];
        double[] odds = new double[directions.length];
        double total = 0;
        for (int matter = 0; matter < directions.length; matter++) {
            lengths[matter] = length(directions[matter]);
            cosines[matter] = product(directions[matter], unit) / lengths[matter];
            odds[matter] = StrictMath.exp(sharpness * (cosines[matter] - 1));
            total += odds[matter];
        }
        float[] pull = new float[dimensions];
        float[] change = new float[dimensions];
        for (int matter = 0; matter < directions.length; matter++) {
            float error = sharpness * (float) (odds[matter] / total - (matter == own ? 1 : 0));
            if (Math.abs(error) >= NEGLIGIBLE) {
                float[] direction = directions[matter];
                for (int d = 0; d < dimensions; d++) {
                    float toward = direction[d] / lengths[matter];
                    pull[d] += error * toward;
                    change[d] = error * (unit[d] - cosines[matter] * toward) / lengths[matter];
                }
                step(direction, steps[matter], change, rate);
            }
        }
        float along = product(pull, unit);
        for (int d = 0; d < dimensions; d++) {
            pull[d] = (pull[d] - along * unit[d]) / length;
        }
        return pull;
    }

    /** One step of AdaGrad. */
    static void step(float[] vector, float[] squares, float[] gradient, float rate) {
        for (int d = 0; d < vector.length; d++) {
            squares[d] += gradient[d] * gradient[d];
            vector[d] -= rate * gradient[d] / (float) Math.sqrt(squares[d] + SMALL);
        }
    }

    private static float length(float[] vector) {
        return (float) Math.sqrt(product(vector, vector)) + SMALL;
    }

    private static float product(float[] one, float[] other) {
        float sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
