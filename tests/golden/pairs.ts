<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN"><context><name>Market</name>
<message><source>义乌的市场在增长。</source><translation>Yiwu's market is growing.</translation></message>
<message><source>增长了3%？</source><translation>Up 3 percent?</translation></message>
</context></TS>
