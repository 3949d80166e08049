import type { Notifications } from "@slipway/database";

/** Wakes the delivery workers: there is something due. */
export const deliveryDueChannel = "slipway_delivery";

/** Tells, with the delivery's id, that a delivery has come to an end. */
export const deliveryEndedChannel = "slipway_delivery_ended";

/** To be called after the commit that enqueued a delivery; a wake-up that is lost costs at most a second. */
export function wakeDeliveryWorkers(notifications: Notifications): void {
  notifications.notify(deliveryDueChannel);
}
