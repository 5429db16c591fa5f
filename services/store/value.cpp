// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/value.h"

namespace tenantry::store {

Value::Value() noexcept = default;
Value::Value(bool value) : m_scalar(value) {}
Value::Value(int value) : m_scalar(static_cast<std::int64_t>(value)) {}
Value::Value(std::int64_t value) : m_scalar(value) {}
Value::Value(double value) : m_scalar(value) {}
Value::Value(QString value) : m_scalar(std::move(value)) {}
Value::Value(QByteArray value) : m_scalar(std::move(value)) {}
Value::Value(const QUuid &value) : m_scalar(value) {}
Value::Value(Instant value) : m_scalar(value) {}
Value::Value(LocalDay value) : m_scalar(value) {}
Value::Value(Json value) : m_scalar(std::move(value)) {}

Value::Value(const Value &other) = default;
Value::Value(Value &&other) noexcept = default;
Value &Value::operator=(const Value &other) = default;
Value &Value::operator=(Value &&other) noexcept = default;
Value::~Value() = default;

template <typename E> void Value::setArray(std::vector<std::optional<E>> elements) {
  m_scalar = Array(std::move(elements));
}

template void Value::setArray(std::vector<std::optional<bool>>);
template void Value::setArray(std::vector<std::optional<std::int64_t>>);
template void Value::setArray(std::vector<std::optional<QString>>);
template void Value::setArray(std::vector<std::optional<QByteArray>>);
template void Value::setArray(std::vector<std::optional<QUuid>>);
template void Value::setArray(std::vector<std::optional<Instant>>);
template void Value::setArray(std::vector<std::optional<LocalDay>>);
template void Value::setArray(std::vector<std::optional<Json>>);

} // namespace tenantry::store
