package dev.mtproto.session.exchange;

/** Whether the inner data names the data centre. */
enum InnerForm {
    /** {@code p_q_inner_data_dc} and {@code p_q_inner_data_temp_dc}, what clients have to send. */
    WITH_DC,
    /** {@code p_q_inner_data} and {@code p_q_inner_data_temp}, as older clients send them. */
    UNTAGGED
}
