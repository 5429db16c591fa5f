// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include <QWidget>

namespace tenantry::ui {

namespace {

QColor hex(QRgb rgb) { return QColor(rgb); }

Theme makeLight() {
  Theme t;
  t.canvas = hex(0xFFFFFF), t.sidebar = hex(0xF6F7F9), t.subtle = hex(0xFAFBFC),
  t.raised = hex(0xFFFFFF);
  t.hover = hex(0xF4F5F8), t.selected = hex(0xEEF0FC), t.track = hex(0xE8EAEF);
  t.border = hex(0xE5E7EC), t.borderStrong = hex(0xD0D4DC);
  t.text = hex(0x171A21), t.text2 = hex(0x4E5564), t.muted = hex(0x656C7B),
  t.disabled = hex(0xA3A9B5);
  t.accent = hex(0x4A52CF), t.accentHover = hex(0x3D44B8), t.accentText = hex(0x4048C4),
  t.onAccent = hex(0xFFFFFF);
  t.focus = hex(0x6B73E6), t.positive = hex(0x2E9E62), t.negative = hex(0xD9505C);
  t.tipBackground = hex(0x20232B), t.tipText = hex(0xF3F4F6), t.scrim = QColor(20, 22, 30, 90);
  t.neutral = {hex(0x4B5262), hex(0xEEF0F3)};
  t.success = {hex(0x17683A), hex(0xE4F5EA)};
  t.warning = {hex(0x85500A), hex(0xFCF1D9)};
  t.danger = {hex(0xAE2030), hex(0xFDEBEC)};
  t.info = {hex(0x1A5BAE), hex(0xE6F0FC)};
  t.violet = {hex(0x6A3CB5), hex(0xF2ECFC)};
  t.chart = {hex(0x4A52CF), hex(0x2E9E62), hex(0xC9820F), hex(0xD9505C), hex(0x8A92A3)};
  t.avatars = {{{hex(0x2F4FA8), hex(0xE3EAFB)},
                {hex(0x1F6B4F), hex(0xDFF3EA)},
                {hex(0x8A4B12), hex(0xFBEBDA)},
                {hex(0x8B2E5E), hex(0xFBE6F0)},
                {hex(0x5A3BA6), hex(0xECE6FB)},
                {hex(0x146475), hex(0xDDF2F6)},
                {hex(0x6B5B12), hex(0xF6F0D3)},
                {hex(0x4B5262), hex(0xE9ECF1)}}};
  return t;
}

Theme makeDark() {
  Theme t;
  t.isDark = true;
  t.canvas = hex(0x17181C), t.sidebar = hex(0x111215), t.subtle = hex(0x1A1C20),
  t.raised = hex(0x1E2025);
  t.hover = hex(0x202227), t.selected = hex(0x262A42), t.track = hex(0x2C2F37);
  t.border = hex(0x2A2C33), t.borderStrong = hex(0x3C4049);
  t.text = hex(0xECEDF1), t.text2 = hex(0xB3B8C4), t.muted = hex(0x9298A6),
  t.disabled = hex(0x5E6470);
  t.accent = hex(0x5A62DE), t.accentHover = hex(0x6169E2), t.accentText = hex(0xA3AAFA),
  t.onAccent = hex(0xFFFFFF);
  t.focus = hex(0x7D86F5), t.positive = hex(0x3FB777), t.negative = hex(0xE5646E);
  t.tipBackground = hex(0x2C2F37), t.tipText = hex(0xECEDF1), t.scrim = QColor(0, 0, 0, 140);
  t.neutral = {hex(0xB6BCC9), hex(0x2A2D34)};
  t.success = {hex(0x74D79B), hex(0x17301F)};
  t.warning = {hex(0xEBB65B), hex(0x362A12)};
  t.danger = {hex(0xFF959C), hex(0x3E1D22)};
  t.info = {hex(0x86BCF8), hex(0x18293F)};
  t.violet = {hex(0xC3A8F7), hex(0x2C2340)};
  t.chart = {hex(0x8890F8), hex(0x4CC483), hex(0xDDA144), hex(0xEE7680), hex(0x7D8493)};
  t.avatars = {{{hex(0xA9C0FF), hex(0x232F4E)},
                {hex(0x86D8B4), hex(0x193529)},
                {hex(0xEFB583), hex(0x3B2917)},
                {hex(0xF2A0C6), hex(0x3C2030)},
                {hex(0xC5AFFF), hex(0x2D2547)},
                {hex(0x84D4E3), hex(0x173338)},
                {hex(0xDCCB74), hex(0x343015)},
                {hex(0xB6BCC9), hex(0x2C3038)}}};
  return t;
}

} // namespace

const Theme &Theme::light() {
  static const Theme theme = makeLight();
  return theme;
}

const Theme &Theme::dark() {
  static const Theme theme = makeDark();
  return theme;
}

const Theme &Theme::of(const QPalette &palette) {
  return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

const Theme &Theme::of(const QWidget *widget) { return of(widget->palette()); }

QColor Theme::color(Tone tone) const {
  switch (tone) {
  case Tone::Text:
    return text;
  case Tone::Text2:
    return text2;
  case Tone::Muted:
    return muted;
  case Tone::Disabled:
    return disabled;
  case Tone::Accent:
    return accentText;
  case Tone::OnAccent:
    return onAccent;
  default:
    return pair(tone).foreground;
  }
}

const TonePair &Theme::pair(Tone tone) const {
  switch (tone) {
  case Tone::Success:
    return success;
  case Tone::Warning:
    return warning;
  case Tone::Danger:
    return danger;
  case Tone::Info:
    return info;
  case Tone::Violet:
    return violet;
  default:
    return neutral;
  }
}

const TonePair &Theme::avatar(const QString &name) const {
  // Not qHash: its seed differs from process to process, and a name should keep its colour.
  quint32 hash = 0;
  for (const QChar c : name)
    hash = hash * 31 + c.unicode();
  return avatars[hash % avatars.size()];
}

QPalette Theme::palette() const {
  QPalette p;
  const auto set = [&p](std::initializer_list<QPalette::ColorRole> roles, const QColor &color) {
    for (const auto role : roles)
      p.setColor(role, color);
  };
  set({QPalette::Window, QPalette::Base}, canvas);
  set({QPalette::AlternateBase}, subtle);
  set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText}, text);
  set({QPalette::Button, QPalette::Light}, raised);
  set({QPalette::PlaceholderText}, muted);
  set({QPalette::BrightText}, danger.foreground);
  set({QPalette::Highlight}, accent);
  set({QPalette::HighlightedText}, onAccent);
  set({QPalette::ToolTipBase}, tipBackground);
  set({QPalette::ToolTipText}, tipText);
  set({QPalette::Link, QPalette::LinkVisited}, accentText);
  set({QPalette::Midlight}, border);
  set({QPalette::Mid, QPalette::Dark, QPalette::Shadow}, borderStrong);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, disabled);
  return p;
}

} // namespace tenantry::ui
