// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/typed_draft.h"
#include "models/connection/when_done.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tenantry::models {

namespace {
constexpr auto typingPause = 400ms;
} // namespace

TypedDraft::TypedDraft(DraftStore &store, DraftKey key, QObject *parent)
    : QObject(parent), m_store(store), m_key(std::move(key)) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPause);
  m_pause.callOnTimeout(this, &TypedDraft::write);
}

TypedDraft::~TypedDraft() {
  if (m_pause.isActive())
    write();
}

void TypedDraft::restore(const std::function<void(const FormValues &)> &fill) {
  whenDone(m_store.read(m_key), this, [fill](const Draft &draft) {
    FormValues typed;
    for (auto field = draft.begin(); field != draft.end(); ++field)
      typed[field.key()] = field->text;
    if (!typed.isEmpty())
      fill(typed);
  });
}

void TypedDraft::keep(const FormValues &typed) {
  m_typed = typed;
  if (!m_pause.isActive()) // not begun anew: within a second also of whoever types on
    m_pause.start();
}

void TypedDraft::forget() {
  m_pause.stop();
  m_store.discard(m_key);
}

void TypedDraft::write() {
  m_pause.stop();
  const bool isEmpty = std::all_of(m_typed.begin(), m_typed.end(),
                                   [](const QString &text) { return text.isEmpty(); });
  if (isEmpty) {
    m_store.discard(m_key);
    return;
  }
  Draft draft;
  for (auto field = m_typed.begin(); field != m_typed.end(); ++field)
    draft[field.key()] = {{}, *field};
  m_store.keep(m_key, draft);
}

} // namespace tenantry::models
